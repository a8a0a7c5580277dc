// How kinds look: a colour and a shape each, so that no one has to tell them apart by colour alone.

const LOOKS = {
  person: ["dot", "#0068a8", "#62b6f2", false],
  body: ["square", "#007a5a", "#41c99c", false],
  post: ["triangle", "#3f8fb5", "#92d2f0", false],
  initiative: ["hexagon", "#c96d00", "#f6a93f", false],
  "target-group": ["dot", "#9c4380", "#e79fce", true],
  place: ["triangleDown", "#746500", "#d8c750", false],
  indicator: ["diamond", "#b93a0b", "#ff8d62", false],
  target: ["star", "#6a3fb0", "#bb9cf5", false],
  figure: ["dot", "#b0664a", "#d9987c", false],
  ranking: ["triangle", "#7d4b1e", "#d3a578", true],
  source: ["square", "#5b6470", "#9aa5b3", true],
};

const PALETTES = {
  light: { page: "#fbfbf9", text: "#1c1f24", muted: "#5b6470", line: "#b9c0ca", grid: "#e3e6ea", accent: "#0b5fa5", warn: "#b3261e", mark: "#0068a8", mark2: "#c96d00", target: "#6a3fb0" },
  dark: { page: "#14171c", text: "#e8eaed", muted: "#a3adba", line: "#4a5463", grid: "#2b323c", accent: "#7cc0ff", warn: "#ff8a80", mark: "#62b6f2", mark2: "#f6a93f", target: "#bb9cf5" },
};

let theme = "light";

export function setTheme(name) {
  theme = name;
  document.documentElement.dataset.theme = name;
}

export function isDark() {
  return theme === "dark";
}

export function palette() {
  return PALETTES[theme];
}

export function look(kind) {
  const [shape, light, dark, hollow] = LOOKS[kind] ?? LOOKS.source;
  return { shape, colour: theme === "dark" ? dark : light, hollow };
}

// Corners of a shape around 0,0; null for a circle.
function corners(shape, r) {
  const turn = (count, from, radius = () => r) =>
    Array.from({ length: count }, (_, at) => {
      const angle = from + (2 * Math.PI * at) / count;
      return [radius(at) * Math.cos(angle), radius(at) * Math.sin(angle)];
    });
  switch (shape) {
    case "square": return [[-r, -r], [r, -r], [r, r], [-r, r]];
    case "diamond": return turn(4, 0, () => r * 1.1);
    case "hexagon": return turn(6, 0);
    case "triangle": return turn(3, -Math.PI / 2, () => r * 1.15);
    case "triangleDown": return turn(3, Math.PI / 2, () => r * 1.15);
    case "star": return turn(10, -Math.PI / 2, (at) => (at % 2 ? r * 0.55 : r * 1.3));
    default: return null;
  }
}

// A shape as an SVG element's name and attributes, at a place.
export function shapeAt(kind, x, y, r) {
  const { shape, colour, hollow } = look(kind);
  const paint = { fill: hollow ? palette().page : colour, stroke: colour, "stroke-width": hollow ? Math.max(1.5, r / 4) : 1 };
  const found = corners(shape, r);
  if (!found) return ["circle", { cx: x, cy: y, r, ...paint }];
  const text = found.map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" ");
  return ["polygon", { points: text, ...paint }];
}

// A name in lines short enough to stand under a shape.
export function wrapped(label, width = 20, most = 4) {
  const lines = [""];
  for (const word of label.slice(0, 200).split(/\s+/)) {
    for (const part of word.match(new RegExp(`.{1,${width}}`, "gu")) ?? []) {
      const last = lines.length - 1;
      if (lines[last] && lines[last].length + part.length + 1 > width) lines.push(part);
      else lines[last] = lines[last] ? `${lines[last]} ${part}` : part;
    }
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), `${lines[most - 1].slice(0, width - 1)}…`];
}
