// Says in one line that the advisory on screen has a newer update. Without it nothing is lost.
(() => {
  const line = document.querySelector('[data-live]');
  if (!line) return;
  const { live, slug, text, link } = line.dataset;
  let { update, at } = line.dataset;
  let asked = Date.now();
  let timer;

  const ask = async () => {
    asked = Date.now();
    try {
      // The browser sends the ETag that it holds: mostly the answer is an empty 304.
      const news = (await (await fetch(live, { cache: 'no-cache' })).json()).advisories[slug];
      // An edge may answer with an older edition than the page's.
      if (news && news.update !== update && news.at > at) {
        ({ update, at } = news);
        const to = document.createElement('a');
        to.href = news.url;
        to.textContent = link;
        line.replaceChildren(`${text} `, to);
      }
    } catch {
      // Offline, or the site is busy: the next turn asks again.
    }
    rest(60000 + Math.random() * 30000);
  };
  const rest = (ms) => {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(ask, ms);
  };

  // Back after a long rest: soon, but not all readers in the same second.
  document.addEventListener('visibilitychange', () => rest(Math.max(Math.random() * 5000, 60000 - (Date.now() - asked))));
  rest(60000 + Math.random() * 30000);
})();
