// Everything can be read without script. The files of this folder run one after another, in the
// order that report/inline.py gives, in one scope: what one names, those after it may use.
"use strict";

const root = document.documentElement;
const tools = document.querySelector(".tools");
const all = (selector, part = document) => Array.from(part.querySelectorAll(selector));

// Marked words of an article, and the claims that have them, outermost first. A mark says so only
// where its id does not.
const MARKED = "mark:is([id], [data-claims])";
const claimsOf = (mark) => mark.dataset.claims?.split(" ") ?? [mark.id.slice("claim-".length)];

// A page opened from a file may not be allowed to store anything: then a choice lasts until the
// page is closed.
function remember(name, value) {
  try {
    localStorage.setItem("attrib-" + name, value);
    return true;
  } catch {
    return false;
  }
}

function recall(name) {
  try {
    return localStorage.getItem("attrib-" + name);
  } catch {
    return null;
  }
}

tools.hidden = false;
