"""The letters of a page: decoded, cut into lines, folded; how its words run on."""
