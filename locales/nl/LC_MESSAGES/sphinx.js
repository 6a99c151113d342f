// Not by Documentation.addTranslations: it makes a function of a text, which the pages' policy of
// running nothing but their own files does not allow.
Documentation.LOCALE = "nl";
Documentation.PLURAL_EXPR = (n) => Number(n !== 1);
Object.assign(Documentation.TRANSLATIONS, {
    ", in ": ", in ",
    "Hide Search Matches": "Verberg de gevonden woorden",
    "Preparing search...": "Het zoeken wordt voorbereid…",
    "Search": "Zoeken",
    "Search Results": "Zoekresultaten",
    "Search finished, found ${resultCount} page(s) matching the search query.": "Gevonden pagina's: ${resultCount}.",
    "Searching": "Bezig met zoeken",
    "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Niets gevonden. Controleer de spelling of probeer een ander woord."
});
