// The search, loaded when the field is used. What is typed stays on this page: never in an address, a storage or a
// request; the page forgets it when it is left, even when the browser keeps the page to come back to.
(() => {
  const root = document.querySelector(".c-search");
  const [form, field, status, results] = ["__form", "__field", "__status", "__results"].map((part) => root.querySelector(`.c-search${part}`));
  const here = document.documentElement.lang;
  const others = [...root.querySelectorAll("template[data-language]")].map((template) => template.dataset.language);
  const FEW = 5; // with fewer results than this, the other languages are searched too
  const SHOWN = 5; // of a group, before all are asked for
  const engines = new Map();
  let turn = 0;

  // One module, with its own stemmer, for each language.
  const load = async (language) => {
    const folder = `/pagefind/${language}/`;
    const [engine, kinds] = await Promise.all([import(`${folder}pagefind.js`), fetch(`${folder}kinds.json`).then((answer) => answer.json())]);
    await engine.options({ noWorker: true });
    await engine.init();
    return { engine, kinds };
  };
  const engine = (language) => {
    if (!engines.has(language)) engines.set(language, load(language));
    return engines.get(language);
  };

  // As the build writes French for the index (search.py): ligatures in two letters, no elided article.
  const folded = (query) =>
    query.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae")
      .replace(/(^|[^\p{L}\p{N}])(?:[ldjmnstc]|qu)['’ʼ`´](?=[\p{L}\p{N}])/gu, "$1").replace(/\s+/g, " ").trim();
  const LETTERS = { "o\u034fe": "œ", "O\u034fe": "Œ", "a\u034fe": "æ", "A\u034fe": "Æ" };
  const restored = (text) => text.replaceAll("\u2060 ", "").replace(/[oa]\u034fe/gi, (found) => LETTERS[found] ?? found);

  // Pagefind answers an unknown word with what begins a little like it: to say so would mislead.
  const bare = (word) => word.normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const meant = ({ content, locations }, query) => {
    const words = content.split(/\s+/);
    const matched = locations.map((place) => bare(words[place] ?? ""));
    const like = (term) => matched.some((word) => word.includes(term.slice(0, Math.max(3, Math.floor(term.length * 0.6)))));
    return query.split(" ").map(bare).filter((term) => term.length > 2).every(like);
  };

  const search = async (language, query) => {
    const { engine: { search: find }, kinds } = await engine(language);
    const found = (await find(query)).results.map((result) => ({ kind: kinds[result.id], data: result.data }));
    return found.length && meant(await found[0].data(), query) ? found : [];
  };

  // Text with <mark> around the words that were found; nothing else of it is taken for HTML.
  const marked = (excerpt) => {
    const place = document.createDocumentFragment();
    restored(excerpt).split(/<\/?mark>/).forEach((text, number) => {
      const words = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      const mark = document.createElement("mark");
      mark.textContent = words;
      place.append(number % 2 ? mark : words);
    });
    return place;
  };

  const make = (name, className, ...content) => {
    const element = Object.assign(document.createElement(name), { className });
    element.append(...content);
    return element;
  };

  const link = (url, title, language) => {
    const anchor = Object.assign(document.createElement("a"), { href: url, textContent: restored(title) });
    if (language !== here) anchor.hreflang = language;
    return anchor;
  };

  const heading = (kind) => root.querySelector(`template[data-kind="${kind}"]`).content.querySelector("h2").firstChild.data.trim();

  // A title, the section that speaks most of it, an excerpt; in another language, the kind too.
  const item = async ({ kind, data }, language) => {
    const page = await data();
    const sections = page.sub_results.filter((section) => section.anchor);
    const best = page.sub_results.toSorted((one, other) => other.locations.length - one.locations.length)[0] ?? page;
    const entry = document.createElement("li");
    const text = make("div", "", make("p", "c-search__title", link(page.url, page.meta.title, language)));
    if (language !== here) {
      text.lang = language;
      entry.append(make("p", "c-meta", heading(kind)));
    }
    text.append(make("p", "", marked(best.excerpt)));
    if (sections.length) text.append(make("ul", "c-inline-list c-meta", ...sections.slice(0, 3).map((section) => make("li", "", link(section.url, section.title, language)))));
    entry.append(text);
    return entry;
  };

  const group = async (template, found, language) => {
    const section = template.content.firstElementChild.cloneNode(true);
    const [count, list, all] = [".c-count", "ul", "button"].map((part) => section.querySelector(part));
    const items = (part) => Promise.all(part.map((result) => item(result, language)));
    count.textContent = found.length;
    list.append(...(await items(found.slice(0, SHOWN))));
    all.hidden = found.length <= SHOWN;
    all.addEventListener("click", async () => {
      const rest = await items(found.slice(SHOWN));
      list.append(...rest);
      rest[0].querySelector("a").focus();
      all.hidden = true;
    });
    return section;
  };

  const byKind = (found) => {
    const groups = new Map();
    for (const result of found) groups.set(result.kind, [...(groups.get(result.kind) ?? []), result]);
    return [...groups];
  };

  const answer = async (query, current) => {
    const own = await search(here, query);
    const abroad = own.length < FEW ? await Promise.all(others.map(async (language) => [language, await search(language, query)])) : [];
    const sections = await Promise.all([
      ...byKind(own).map(([kind, found]) => group(root.querySelector(`template[data-kind="${kind}"]`), found, here)),
      ...abroad.filter(([, found]) => found.length).map(([language, found]) => group(root.querySelector(`template[data-language="${language}"]`), found, language)),
    ]);
    if (current !== turn) return; // something else was typed meanwhile
    const total = own.length + abroad.reduce((sum, [, found]) => sum + found.length, 0);
    results.replaceChildren(...sections);
    status.textContent = total ? root.dataset.found.replace("{count}", total) : root.dataset.none;
  };

  const run = async () => {
    const current = ++turn;
    const query = folded(field.value);
    if (!query) {
      results.replaceChildren();
      status.textContent = "";
      return;
    }
    if (!status.textContent) status.textContent = root.dataset.busy;
    try {
      await answer(query, current);
    } catch {
      if (current === turn) status.textContent = root.dataset.failed;
    }
  };

  let waiting;
  field.addEventListener("focus", () => engine(here).catch(() => {}), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 300);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  addEventListener("pagehide", () => {
    turn += 1;
    clearTimeout(waiting);
    form.reset();
    results.replaceChildren();
    status.textContent = "";
  });
  root.dataset.ready = "";
})();
