// Elements made from data. Text goes in as text, never as markup, and links only where a browser may go.

const SVG = "http://www.w3.org/2000/svg";

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "styles") Object.assign(element.style, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(9)) {
    if (child === null || child === undefined || child === "") continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

export function h(tag, attributes, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function s(tag, attributes, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

export function byId(id) {
  return document.getElementById(id);
}

export function replace(element, ...children) {
  element.replaceChildren(...children.flat(9).filter((child) => child !== null && child !== ""));
}

export function plural(count, one, many) {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many ?? `${one}s`}`;
}

// A link to a page elsewhere: http and https only, without telling it where the reader came from.
export function outside(address, words) {
  if (!/^https?:\/\//i.test(address ?? "")) return null;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, words);
}
