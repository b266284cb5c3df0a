"""What a browser would show of what Streamlit sent: elements at their places, and the widgets that can be used."""

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, TypeVar

from streamlit.proto.Button_pb2 import Button
from streamlit.proto.ChatInput_pb2 import ChatInput
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

Place = tuple[int, ...]
Happened = Literal["began", "finished", "other"]
T = TypeVar("T")


class NotThere(LookupError):
    """A reference to a message that was never sent, or a widget that the page does not have."""


class _Node(NamedTuple):
    run: int
    element: Element | None
    """None for a block, which holds other places."""


class Page:
    """One tab: takes the server's messages in order and knows what is on the screen after each."""

    def __init__(self) -> None:
        self.query = ""
        self.script = ""
        """The hash of the page that is shown, as the server calls it."""
        self.crashed = False
        """Whether a run ended in a fault that the server tells of outside the page."""
        self.clocks: dict[str, float] = {}
        """Parts of the page that want to be drawn again by themselves, each with its seconds."""
        self._run = 0
        self._nodes: dict[Place, _Node] = {}
        self._kept: dict[str, ForwardMsg] = {}

    @property
    def kept(self) -> list[str]:
        """The hashes of the messages that need not be sent again."""
        return list(self._kept)

    def take(self, data: bytes) -> Happened:
        """Takes in one message; "began" and "finished" are said of the page as a whole. Raises NotThere."""
        message = self._whole(ForwardMsg.FromString(data))
        match message.WhichOneof("type"):
            case "new_session" if not message.metadata.run.fragment_ids:
                self.script = message.new_session.page_script_hash
                self.clocks.clear()
                self._run += 1
                return "began"
            case "script_finished":
                return self._finish(message)
            case "delta":
                self._draw(tuple(message.metadata.delta_path), message)
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "auto_rerun":
                self.clocks[message.auto_rerun.fragment_id] = message.auto_rerun.interval
            case "stop_auto_rerun":
                for part in message.stop_auto_rerun.fragment_ids:
                    self.clocks.pop(part, None)
            case "session_event":
                self.crashed |= message.session_event.WhichOneof("type") == "script_compilation_exception"
        return "other"

    def elements(self) -> Iterator[Element]:
        """What is on the screen, from the top."""
        return (node.element for _, node in sorted(self._nodes.items()) if node.element)

    def button(self, label: str) -> Button:
        """The button called `label`, usable or not. Raises NotThere."""
        return self._first(lambda e: e.button if e.WhichOneof("type") == "button" and e.button.label == label else None, label)

    def has_button(self, label: str) -> bool:
        return any(e.WhichOneof("type") == "button" and e.button.label == label for e in self.elements())

    @property
    def box(self) -> ChatInput | None:
        """Where an answer is typed; None when the page has no such box or it is locked."""
        boxes = [e.chat_input for e in self.elements() if e.WhichOneof("type") == "chat_input" and not e.chat_input.disabled]
        return boxes[0] if boxes else None

    def headings(self) -> list[str]:
        return [e.heading.body for e in self.elements() if e.WhichOneof("type") == "heading"]

    def texts(self) -> list[str]:
        """What is drawn as it is: everything that a candidate or a model wrote."""
        return [e.text.body for e in self.elements() if e.WhichOneof("type") == "text"]

    def complaints(self) -> list[str]:
        """Boxes that say that something went wrong, and faults; not what they say, for that may be anybody's words."""
        found = []
        for element in self.elements():
            kind = element.WhichOneof("type")
            if kind == "alert":
                found.append(f"alert {element.alert.Format.Name(element.alert.format)}")
            elif kind == "exception":
                found.append(f"exception {element.exception.type}")
        return found

    def _first(self, wanted: Callable[[Element], T | None], name: str) -> T:
        found = next((x for e in self.elements() if (x := wanted(e)) is not None), None)
        if found is None:
            raise NotThere(f"The page has no {name!r}.")
        return found

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        if message.WhichOneof("type") == "ref_hash":
            kept = self._kept.get(message.ref_hash)
            if kept is None:
                raise NotThere("The server referred to a message that it never sent.")
            whole = ForwardMsg()
            whole.CopyFrom(kept)
            whole.metadata.CopyFrom(message.metadata)
            return whole
        if message.metadata.cacheable and message.hash:
            self._kept[message.hash] = message
        return message

    def _draw(self, place: Place, message: ForwardMsg) -> None:
        kind = message.delta.WhichOneof("type")
        if kind == "new_element":
            self._clear(place)
            self._nodes[place] = _Node(self._run, message.delta.new_element)
        elif kind == "add_block":
            if (there := self._nodes.get(place)) and there.element:
                self._clear(place)
            self._nodes[place] = _Node(self._run, None)

    def _clear(self, place: Place) -> None:
        depth = len(place)
        for other in [other for other in self._nodes if other[:depth] == place]:
            del self._nodes[other]

    def _finish(self, message: ForwardMsg) -> Happened:
        """A run that came to its end leaves nothing of earlier ones on the screen; one that is followed by another does."""
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self.crashed = True
        elif message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
            return "other"
        self._nodes = {place: node for place, node in self._nodes.items() if node.run == self._run}
        return "finished"
