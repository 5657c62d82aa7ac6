const live = document.querySelector(".live[data-events]");
if (live) {
  const source = new EventSource(live.dataset.events);
  let last = 0;
  let waiting = 0;
  const renew = async () => {
    waiting = 0;
    last = Date.now();
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector(".live");
    if (!fresh) return;
    live.replaceChildren(...fresh.childNodes);
    if (!fresh.dataset.events) source.close();
  };
  const soon = () => {
    waiting ||= setTimeout(renew, Math.max(0, 5000 - (Date.now() - last)));
  };
  source.addEventListener("progress", soon);
  source.addEventListener("end", () => {
    source.close();
    renew();
  });
}
