// Says before anything is painted whether this is somebody's first visit, as far
// as can be seen: the styles show the article that stands in the page then. The
// program judges likewise (app/ui/welcome.go).
"use strict";
(() => {
  const known = () => {
    try {
      return Object.keys(localStorage).some((key) => key.startsWith("spanwise."));
    } catch {
      return false; // nothing is kept: every visit is the first
    }
  };
  if (!location.search && !location.hash && !known()) document.documentElement.dataset.visit = "first";
})();
