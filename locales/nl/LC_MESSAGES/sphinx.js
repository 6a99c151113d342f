Documentation.addTranslations({
    "locale": "nl",
    "messages": {
        ", in ": ", in ",
        "Hide Search Matches": "Verberg de gevonden woorden",
        "Preparing search...": "Het zoeken wordt voorbereid…",
        "Search": "Zoeken",
        "Search Results": "Zoekresultaten",
        "Search finished, found ${resultCount} page(s) matching the search query.": "Gevonden pagina's: ${resultCount}.",
        "Searching": "Bezig met zoeken",
        "Your search did not match any documents. Please make sure that all words are spelled correctly and that you've selected enough categories.": "Niets gevonden. Controleer de spelling of probeer een ander woord."
    },
    "plural_expr": "(n != 1)"
});
