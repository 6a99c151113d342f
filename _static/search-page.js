// Searching the book, a passage at a time: each has its heading and a link to where it stands. What
// there is to be found is in searchindex.js (publishing/web/search_index.py); words are compared by
// their stems, which the Dutch stemmer of Sphinx makes here, of what is sought and of what is there.
const Search = { setIndex: (passages) => (Search.passages = passages) };

document.addEventListener("DOMContentLoaded", () => {
  const MOST = 50; // passages that are shown
  const CONTEXT = 240; // letters that are shown of each
  const WORD = /[\p{L}\p{N}]+/gu;

  const field = document.querySelector(".bd-search-container input");
  const query = new URLSearchParams(location.search).get("q") || "";
  for (const input of document.querySelectorAll("input[name=q]")) input.value = query;
  field.select();

  const stemmer = new Stemmer();
  const stems = new Map(); // of each word of the book
  const stem = (word) => {
    if (!stems.has(word)) stems.set(word, stemmer.stemWord(word));
    return stems.get(word);
  };
  const wordsOf = (text) => text.toLowerCase().match(WORD) || [];
  const counted = (words) => {
    const counts = new Map();
    for (const word of words) counts.set(word, (counts.get(word) || 0) + 1);
    return counts;
  };

  const wanted = wordsOf(query);
  const telling = wanted.filter((word) => !stopwords.includes(word));
  if (wanted.length) show(find(telling.length ? telling : wanted));

  function find(words) {
    const passages = Search.passages.map(([address, heading, page, text]) => {
      const body = wordsOf(text).map(stem);
      return { address, heading, page, text, long: body.length, body: counted(body),
        head: counted(wordsOf(heading).map(stem)) };
    });
    const usual = passages.reduce((sum, { long }) => sum + long, 0) / passages.length;
    const frequency = new Map();
    for (const { body, head } of passages) {
      for (const [one, count] of [...body, ...head]) {
        frequency.set(one, (frequency.get(one) || 0) + count);
      }
    }
    const known = [...stems.keys()].filter((word) => !/\d/.test(word));
    // Stems that a word asks for: its own, and those of longer words that it is a part of.
    const asked = (word) => {
      const own = stemmer.stemWord(word);
      return [...frequency.keys()].filter(
        (one) => one === own || (own.length > 3 && one.includes(own)));
    };
    // A word that is in no passage may have a typing error: the commonest word one letter away.
    const meant = (word) => {
      if (word.length < 4 || asked(word).length) return word;
      const near = known.filter((one) =>
        Math.abs(one.length - word.length) < 2 && lettersApart(one, word) === 1);
      const often = (one) => frequency.get(stem(one));
      return near.sort((one, other) => often(other) - often(one))[0] || word;
    };
    const sought = words.map(meant);
    const terms = sought.map((word) => ({ own: stemmer.stemWord(word), all: asked(word) }));
    const times = (counts, { own, all }) =>
      all.reduce((sum, one) => sum + (counts.get(one) || 0) * (one === own ? 1 : 0.4), 0);
    for (const passage of passages) {
      // A word often said weighs more, but never much more, and less in a long passage (BM25).
      const room = 1.2 * (0.25 + (0.75 * passage.long) / usual);
      const scores = terms.map((term) => {
        const said = times(passage.body, term);
        return (2.2 * said) / (said + room) + 2 * Math.min(1, times(passage.head, term));
      });
      passage.matched = scores.filter(Boolean).length;
      passage.score = scores.reduce((sum, score) => sum + score, 0);
    }
    // Those with all words; where there are none, with as many as there can be.
    const most = Math.max(1, ...passages.map(({ matched }) => matched));
    const found = passages.filter(({ matched }) => matched === most);
    found.sort((one, other) => other.score - one.score);
    const marked = new Set(terms.flatMap(({ all }) => all));
    return { found, marked, corrected: sought.join(" ") === words.join(" ") ? "" : sought.join(" ") };
  }

  function show({ found, marked, corrected }) {
    const told = found.length === 0
      ? "Niets gevonden. Controleer de spelling of probeer een ander woord."
      : found.length === 1 ? "Eén passage gevonden." : `${found.length} passages gevonden.`;
    document.getElementById("search-status").textContent = [
      corrected && `Gezocht is op “${corrected}”.`, told,
      found.length > MOST && `Dit zijn de ${MOST} die het best passen.`,
    ].filter(Boolean).join(" ");
    const list = document.createElement("ul");
    list.className = "search";
    list.append(...found.slice(0, MOST).map((passage) => item(passage, marked)));
    const title = document.createElement("h2");
    title.textContent = "Zoekresultaten";
    document.getElementById("search-results").append(title, list);
    // The page that is opened marks these; see sphinx_highlight.js.
    const words = [...stems].filter(([, one]) => marked.has(one)).map(([word]) => word);
    localStorage.setItem("sphinx_highlight_terms", words.join(" "));
  }

  function item({ address, heading, page, text }, marked) {
    const link = document.createElement("a");
    link.href = address;
    link.textContent = heading;
    if (page !== heading) {
      const place = document.createElement("span");
      place.className = "search-place";
      place.textContent = `in ${page}`;
      link.append(" ", place);
    }
    const made = document.createElement("li");
    made.append(link);
    if (text) {
      const context = document.createElement("p");
      context.className = "context";
      context.append(...excerpt(text, marked));
      made.append(context);
    }
    return made;
  }

  // The text around the first word that was found, with all that were found marked.
  function excerpt(text, marked) {
    const hits = [...text.matchAll(WORD)].filter(([word]) => marked.has(stem(word.toLowerCase())));
    const first = hits.length ? hits[0].index : 0;
    const start = first < CONTEXT / 2 ? 0 : text.indexOf(" ", first - CONTEXT / 2) + 1;
    const end = start + CONTEXT < text.length ? text.lastIndexOf(" ", start + CONTEXT) : text.length;
    const pieces = [start ? "… " : ""];
    let done = start;
    for (const { 0: word, index } of hits) {
      if (index + word.length > end) break;
      const mark = document.createElement("span");
      mark.className = "highlighted";
      mark.textContent = word;
      pieces.push(text.slice(done, index), mark);
      done = index + word.length;
    }
    pieces.push(text.slice(done, end), end < text.length ? " …" : "");
    return pieces;
  }
});
