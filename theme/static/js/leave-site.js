// "Leave this site": a link that works without this script. With it, the page is covered at once and gives up its place
// in the tab's history, and Shift pressed three times does the same. The words stand in the page.
(function () {
  "use strict";

  var PRESSES = 3;
  var SECONDS = 5;
  var way = document.querySelector(".c-exit");
  var said = way.querySelector("[role=status]");
  var title = document.title;
  var presses = 0;
  var other = false; // a key pressed together with Shift: somebody is writing
  var timer;

  function leave() {
    document.documentElement.classList.add("is-left");
    document.title = way.dataset.leaving;
    said.textContent = way.dataset.leaving;
    clearTimeout(timer);
    location.replace(way.querySelector("a").href);
  }

  function forget(words) {
    presses = 0;
    clearTimeout(timer);
    said.textContent = words;
  }

  // The browser may show this page again as it was, covered (back/forward cache).
  function comeBack() {
    document.documentElement.classList.remove("is-left");
    document.title = title;
    forget("");
  }

  document.addEventListener("click", function (event) {
    var plain = event.button === 0 && !event.ctrlKey && !event.metaKey;
    if (plain && event.target.closest("[data-leave]")) {
      event.preventDefault();
      leave();
    }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Shift") {
      other = event.repeat && other;
    } else {
      other = true;
      if (presses) forget("");
    }
  });

  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || other) return;
    presses += 1;
    if (presses === PRESSES) {
      leave();
      return;
    }
    said.textContent = presses === 1 ? way.dataset.twice : way.dataset.once;
    clearTimeout(timer);
    timer = setTimeout(forget, SECONDS * 1000, way.dataset.late);
  });

  addEventListener("pageshow", comeBack);
})();
