"""Requests in the languages that candidates most often fall back into, so that none is taken for an answer.

Only a turn that holds nothing but such requests and courtesies is one; a story in another language is left to the engine.
"""

import re
import unicodedata
from collections.abc import Mapping

from interviewer.transcript import TurnKind

_QUESTION = (
    r"(?: (?:(?:muy|muito|molto|tres) )?(?:bien|bem|bene|richtig|ganz|so|nicht|wirklich|del todo|tout a fait))*"
    r"(?: (?:la|a|as|die|la|il|le|lo|o|esta|essa|sua|tu|su|ihre|deine|cette|votre|ta|questa|sta|sua|mi|me|vous|te|lei|was|que"
    r"|o que|ce que|cosa|lo que))*"
    r"(?: (?:ultima|primera|dernier|derniere|letzte|ultimo))?"
    r"(?: (?:pregunta|question|frage|pergunta|questao|domanda|dice|dices|quiere decir|quiere|dites|voulez|demandez|meinen|sie"
    r"|meinst|du|quer|dizer|disse|chiede|dire|intende|significa))*"
)
_PHRASES: Mapping[TurnKind, tuple[str, ...]] = {
    "clarify": (
        r"(?:yo )?no (?:lo |la )?(?:entiendo|comprendo|entendi|he entendido)" + _QUESTION,
        r"que (?:quiere|quieres) decir(?: con (?:eso|esto))?|que significa(?: (?:eso|esto))?|no (?:me )?(?:queda|esta) clar[oa]",
        r"(?:puede|podria|puedes|podrias) (?:explicar(?:lo|me|melo)?|aclarar)" + _QUESTION,
        r"(?:je |j )(?:ne |n )?(?:comprends|comprend|ai) pas(?: bien)?(?: compris)?" + _QUESTION,
        r"qu est ce que (?:vous voulez|tu veux) dire|que voulez vous dire|(?:pouvez vous|vous pouvez"
        r"|pourriez vous) (?:m )?expliquer" + _QUESTION,
        r"ich (?:verstehe|versteh|habe|hab)(?: (?:sie|dich|das|es))?" + _QUESTION + r"(?: nicht)?(?: (?:verstanden|ganz))?",
        r"(?:was|wie) (?:meinen sie|meinst du|bedeutet das|heisst das)(?: damit| genau| das)*",
        r"(?:konnen|koennten|konnten) sie (?:das|mir das|die frage) (?:bitte )?(?:erklaren|erklaeren|umformulieren)",
        r"(?:konnen|koennen|koennten|konnten) sie (?:das|mir das|die frage) (?:bitte )?anders (?:sagen|formulieren)",
        r"(?:eu )?nao (?:estou (?:entendendo|compreendendo|percebendo|a (?:entender|perceber))|entendi|entendo|compreendi"
        r"|compreendo|percebi|percebo)" + _QUESTION,
        r"o que (?:quer|voce quer|voce quis) dizer(?: com isso)?|(?:pode|poderia) (?:explicar|reformular)" + _QUESTION,
        r"(?:io )?non (?:(?:la|lo|l) )?(?:capisco|ho capito|comprendo|mi e chiaro)" + _QUESTION,
        r"(?:che )?cosa (?:intende|vuole dire|vuol dire|significa)(?: con (?:questo|cio))?|(?:puo|potrebbe) spiegare" + _QUESTION,
    ),
    "repeat": (
        r"(?:me )?(?:puede|podria|puedes|podrias) (?:repetir(?:lo|la|me)?|decirlo (?:otra vez|de nuevo))" + _QUESTION,
        r"(?:pouvez vous|vous pouvez|pourriez vous|tu peux|peux tu) (?:repeter|redire)" + _QUESTION,
        (
            r"(?:konnen|koennen|konnten|koennten) sie (?:(?:das"
            r"|die frage) )?(?:bitte )?(?:noch ?mal )?(?:die frage )?(?:wiederholen|sagen)"
        ),
        r"kannst du (?:das|die frage) (?:bitte )?(?:noch ?mal )?(?:wiederholen|sagen)|wie bitte",
        r"(?:voce )?(?:pode|poderia|podia) repetir" + _QUESTION + r"|(?:puo|potrebbe|puoi) (?:ripetere|ridire)" + _QUESTION,
        r"come scusi|como dice|repita|repete|ripeta|repetez",
    ),
    "think": (
        (
            r"(?:un momento|un segundo|un momentito|un moment|un instant|une minute|einen moment|moment mal|moment"
            r"|einen augenblick|um momento|um segundo|un attimo|un secondo)"
        ),
        (
            r"(?:dejeme|dejame) pensar|laissez moi reflechir|lassen sie mich (?:kurz )?(?:uber|nach)?(?:denken|nachdenken"
            r"|uberlegen)|deixe me pensar|mi (?:faccia|lasci) pensare"
        ),
    ),
}
_COURTESY = (
    r"por favor|perdon|perdone|disculpe|lo siento|s il vous plait|pardon|excusez moi|desole|desolee|bitte|entschuldigung"
    r"|tut mir leid|sorry|leider|desculpe|desculpa|per favore|scusi|scusa|mi scusi|mi dispiace|please|hola|bonjour|hallo|ola"
    r"|ciao|gracias|merci|danke|obrigad[oa]|grazie|otra vez|encore une fois|noch ?mal|noch einmal|de novo|outra vez|di nuovo"
    r"|ancora"
)
_KINDS = tuple((kind, re.compile(rf"(?<!\S)(?:{'|'.join(said)})(?!\S)")) for kind, said in _PHRASES.items())
_POLITE = re.compile(rf"(?<!\S)(?:{_COURTESY})(?!\S)")
_ALIKE = str.maketrans({"ß": "ss", "’": " ", "'": " "})


def request_in_another_language(text: str) -> TurnKind | None:
    """What `text` asks for in Spanish, French, German, Portuguese or Italian; None when it does not, or tells more."""
    plain = unicodedata.normalize("NFD", text.casefold().translate(_ALIKE))
    plain = " ".join(re.sub(r"[^a-z ]", " ", re.sub(r"[\u0300-\u036f]", "", plain)).split())
    for kind, pattern in _KINDS:
        if pattern.search(plain):
            left = plain
            for _, phrase in _KINDS:
                left = phrase.sub(" ", left)
            return None if _POLITE.sub(" ", left).split() else kind
    return None
