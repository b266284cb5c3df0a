"""Who is meant: those something was done for, and those who give orders."""

from interviewer.engines.local.lexicon import any_of

BENEFICIARIES = (
    r"customers?|clients?|users?|patients?|residents?|students?|pupils?|kids|children|parents?|famil(?:y|ies)|"
    r"guests?|passengers?|"
    r"shoppers?|callers?|buyers?|sellers?|merchants?|members?|subscribers?|readers?|players?|applicants?|candidates?|tenants?|"
    r"visitors?|diners?|donors?|volunteers?|advertisers?|drivers?|riders?|couriers?|pickers?|packers?|nurses?|"
    r"doctors?|surgeons?|teachers?|"
    r"staff|crews?|cashiers?|operators?|technicians?|agents?|reps?|developers?|engineers?|analysts?|accountants?|finance|"
    r"households?|neighbou?rs?|mothers?|fathers?|daughters?|sons?|brothers?|sisters?|bab(?:y|ies)|owners?|elderly|travell?ers?|"
    r"colleagues?|coworkers?|co-workers|employees?|workers?|hires?|newcomers?|interns?|juniors?|partners?|suppliers?|vendors?|"
    r"the (?:business|company|store|shop|school|hospital|ward|clinic|restaurant|hotel|warehouse|plant|factory|"
    r"bank|office|public)|"
    r"support(?: team| desk)?|sales(?: team)?|night shift|day shift|shift|people|everyone|wom[ae]n|m[ae]n|lad(?:y|"
    r"ies)|girls?|boys?"
)
"""Alternation of words for people or organisations that can be better or worse off."""

AFFECTED = any_of(BENEFICIARIES, r"we|us|they|them|he|she|him|her|whoever|somebody|someone")
BENEFICIARY = any_of(BENEFICIARIES)
BOSSES = (
    r"(?:my |our |the |a )?(?:then |new |old |own |direct |line |senior |product |project |engineering |store |"
    r"shift |area |team |ward |head )*"
    r"(?:manager|boss|lead|leader|team lead|tech lead|teamlead|supervisor|director|head|principal|cto|ceo|vp|pm|"
    r"nurse|charge nurse|"
    r"coordinator|management|leadership|client|professor|mentor|chief|owner|foreman|matron|superior|scrum master|"
    r"higher ups?|higher-ups)"
)
"""Alternation of those who can assign work."""
