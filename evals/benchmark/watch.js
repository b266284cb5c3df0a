// Notes when Enter was pressed in the box or something clicked, when the first word of the reply was there, and when its last one was.
(() => {
  const noted = (window.noted = { before: 0, enter: 0, first: 0, last: 0, text: "", click: 0 });
  const spoken = () => document.querySelectorAll('[aria-label="Chat message from assistant"]');
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter") Object.assign(noted, { before: spoken().length, enter: performance.now(), first: 0, text: "" });
    },
    true,
  );
  document.addEventListener("click", () => (noted.click = performance.now()), true);
  const look = () => {
    const messages = spoken();
    if (messages.length > noted.before) {
      const text = messages[messages.length - 1].querySelector("[data-testid=stText]")?.textContent?.trim() ?? "";
      if (text && !noted.first) noted.first = performance.now();
      if (text !== noted.text) Object.assign(noted, { last: performance.now(), text });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
