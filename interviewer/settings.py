"""Settings: flags first, then the environment, then the defaults below."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from interviewer.assessment import EngineName
from interviewer.library import bundled

DEFAULT_MODEL = "gpt-6-luna"
"""An affordable chat model without an announced shutdown (November 2026, notes of the openai package's `ChatModel`)."""

DEFAULT_TRANSCRIPTION_MODEL = "gpt-transcribe"
DEFAULT_SPEECH_MODEL = "gpt-4o-mini-tts"
"""The affordable ones (November 2026, notes of the openai package's `AudioModel` and `SpeechModel`); the second is announced to
go in January 2027, with no other named yet."""

NO_SPEECH_NOTICE = (
    "Dictating answers needs a speech service: set OPENAI_API_KEY, or INTERVIEWER_SPEECH_BASE_URL for a server of your own. "
    "Without one your browser can still read the questions aloud."
)
"""Said where questions are read aloud and no service is set."""

OFFLINE_NOTICE = (
    "No model key is set, so the built-in offline interviewer asks and assesses. "
    "To use a model, set OPENAI_API_KEY (or OPENAI_BASE_URL for a server of your own) and start again."
)
"""Said wherever somebody starts without a model: what happens instead, and the way to one."""


SHARED_NOTICE = (
    "Several people use this server and nobody signs in, so nothing is listed here: a list would show each what the others said. "
    "Keep the address of an interview to come back to it."
)
"""Said in the place of a list."""


class BadSetting(Exception):
    """A setting has a value that cannot be used; names the variable and the fault."""


class Settings(BaseSettings):
    """What can be set from outside; each field's variable is its alias."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", populate_by_name=True, env_ignore_empty=True)

    openai_api_key: str | None = Field(default=None, alias="OPENAI_API_KEY", repr=False)
    openai_base_url: str | None = Field(default=None, alias="OPENAI_BASE_URL")
    """A compatible server; None means OpenAI's."""
    model: str = Field(default=DEFAULT_MODEL, alias="INTERVIEWER_MODEL")
    engine: EngineName | None = Field(default=None, alias="INTERVIEWER_ENGINE")
    """None means `llm` when a model is reachable by key or address, else `local`."""
    database_url: str | None = Field(default=None, alias="INTERVIEWER_DATABASE_URL")
    """Any SQLAlchemy URL; None means a SQLite file in the user's data folder."""
    timeout: float = Field(default=60, gt=0, le=3600, alias="INTERVIEWER_TIMEOUT")
    """Seconds the model may take for a whole turn: everything between an answer and the next question, or an assessment."""
    calls_at_once: int = Field(default=32, ge=1, le=10_000, alias="INTERVIEWER_CALLS_AT_ONCE")
    """The most model calls of one process at the same time; further ones wait for their turn. About 200 interviews fit in 32."""
    probes: int = Field(default=4, ge=0, le=20, alias="INTERVIEWER_PROBES")
    """The most follow-ups in an interview."""
    shared: bool = Field(default=False, alias="INTERVIEWER_SHARED")
    """Whether several people use this server without signing in: lists of what is kept would show each what the others said, so
    there are none."""
    sign_in: bool = Field(default=False, alias="INTERVIEWER_SIGN_IN")
    """Whether nobody may come in without signing in: then secrets without a provider are a fault, not one user for all."""
    answer_characters: int = Field(default=20_000, ge=100, le=1_000_000, alias="INTERVIEWER_ANSWER_CHARACTERS")
    """The longest answer that is taken of one person who signed in, as the three below; 20,000 are twenty minutes of speech."""
    answers_per_minute: int = Field(default=12, ge=1, alias="INTERVIEWER_ANSWERS_PER_MINUTE")
    interviews_per_hour: int = Field(default=20, ge=1, alias="INTERVIEWER_INTERVIEWS_PER_HOUR")
    interviews_per_day: int = Field(default=60, ge=1, alias="INTERVIEWER_INTERVIEWS_PER_DAY")
    import_megabytes: int = Field(default=20, ge=1, le=200, alias="INTERVIEWER_IMPORT_MEGABYTES")
    """The largest file that is taken in; 20 hold about 500 interviews."""
    keep_days: int | None = Field(default=None, ge=1, le=36_500, alias="INTERVIEWER_KEEP_DAYS")
    """After how many days without a word an interview is deleted, everybody's alike; None means never."""
    prices: Path | None = Field(default=None, alias="INTERVIEWER_PRICES")
    """A list of prices of one's own; None means the file in the folder of one's settings, if there is one."""
    spend_per_interview: float | None = Field(default=None, ge=0, alias="INTERVIEWER_SPEND_PER_INTERVIEW")
    """US dollars after which no further call is made to a model; None means no end, here and in the three below."""
    spend_per_day: float | None = Field(default=None, ge=0, alias="INTERVIEWER_SPEND_PER_DAY")
    """The same for everybody on this server together, from midnight UTC."""
    tokens_per_interview: int | None = Field(default=None, ge=0, alias="INTERVIEWER_TOKENS_PER_INTERVIEW")
    """In and out; for models without a known price."""
    tokens_per_day: int | None = Field(default=None, ge=0, alias="INTERVIEWER_TOKENS_PER_DAY")
    speech_api_key: str | None = Field(default=None, alias="INTERVIEWER_SPEECH_API_KEY", repr=False)
    speech_base_url: str | None = Field(default=None, alias="INTERVIEWER_SPEECH_BASE_URL")
    """A server that speaks OpenAI's audio protocol; None means the one that `openai_base_url` names."""
    transcription_model: str = Field(default=DEFAULT_TRANSCRIPTION_MODEL, alias="INTERVIEWER_TRANSCRIPTION_MODEL")
    speech_model: str = Field(default=DEFAULT_SPEECH_MODEL, alias="INTERVIEWER_SPEECH_MODEL")
    voice: str = Field(default="alloy", alias="INTERVIEWER_SPEECH_VOICE")
    runs: Path = Field(default=Path("runs"), alias="INTERVIEWER_RUNS")
    """Where evaluation runs are looked for."""
    prompts: Path = Field(default_factory=lambda: bundled("prompts"), alias="INTERVIEWER_PROMPTS")
    scenarios: Path = Field(default_factory=lambda: bundled("scenarios"), alias="INTERVIEWER_SCENARIOS")

    @property
    def has_model(self) -> bool:
        """Whether a model can be reached at all: a key, or a server of one's own."""
        return bool(self.openai_api_key or self.openai_base_url)

    @property
    def has_speech(self) -> bool:
        """Whether there is a service that writes down what is said and reads questions aloud."""
        return bool(self.speech_api_key or self.speech_base_url or self.has_model)

    @property
    def default_engine(self) -> EngineName:
        return self.engine or ("llm" if self.has_model else "local")


def read(**flags: object) -> Settings:
    """The settings in force; a flag that is None was not given. Raises BadSetting."""
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False, include_input=False)
        )
        raise BadSetting(f"A setting cannot be used: {faults}.") from None
