"""The key of the pseudonyms of the example; everybody may know it, as nobody in it exists."""

PSEUDONYMS = "fca6781c52dfc8e3978f13d8a6dafff5f280add7b0100cb2ab582a7cf91345f2"
