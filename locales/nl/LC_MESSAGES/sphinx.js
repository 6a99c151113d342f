// Not by Documentation.addTranslations: it makes a function of a text, which the pages' policy of
// running nothing but their own files does not allow. What the search says is in search-page.js.
Documentation.LOCALE = "nl";
Documentation.PLURAL_EXPR = (n) => Number(n !== 1);
Documentation.TRANSLATIONS["Hide Search Matches"] = "Verberg de gevonden woorden";
