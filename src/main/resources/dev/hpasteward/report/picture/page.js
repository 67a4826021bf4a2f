(() => {
  "use strict";
  const panels = JSON.parse(document.getElementById("panels").textContent);
  const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3], [4, 2], [14, 4], [1, 4]];
  const styles = ["solid", "dashed", "dotted", "double", "dashed", "dotted"];
  const marks = ["cross", "circle", "circle", "square"];
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const clock = s => Math.floor(s / 3600) + ":" + String(Math.floor(s / 60) % 60).padStart(2, "0");
  const number = v => v == null ? "–" : String(Math.round(v * 100) / 100);

  // Lines across with their labels, and moments at which something happened.
  const annotations = panel => u => {
    const c = u.ctx, d = devicePixelRatio, box = u.bbox;
    c.save();
    c.beginPath();
    c.rect(box.left, box.top, box.width, box.height);
    c.clip();
    c.font = 12 * d + "px system-ui, sans-serif";
    c.textAlign = "left";
    c.textBaseline = "alphabetic";
    c.lineWidth = d;
    c.strokeStyle = c.fillStyle = colour("--ink");
    const taken = [];
    for (const level of [...panel.levels].sort((a, b) => b.value - a.value)) {
      const y = Math.round(u.valToPos(level.value, "y", true));
      c.setLineDash([3 * d, 3 * d]);
      c.beginPath();
      c.moveTo(box.left, y);
      c.lineTo(box.left + box.width, y);
      c.stroke();
      let at = y - 4 * d;
      for (const other of taken) if (Math.abs(other - at) < 14 * d) at = y + 13 * d;
      taken.push(at);
      label(c, level.label, box.left + 6 * d, at, d);
    }
    let before = -Infinity, row = 0;
    for (const moment of panel.moments || []) {
      const x = Math.round(u.valToPos(moment.at, "x", true));
      c.strokeStyle = colour("--broken");
      c.setLineDash([]);
      c.beginPath();
      c.moveTo(x, box.top);
      c.lineTo(x, box.top + box.height);
      c.stroke();
      c.fillStyle = colour("--broken");
      const width = c.measureText(moment.label).width;
      const right = x + 4 * d + width > box.left + box.width;
      row = x - before < width + 10 * d ? row + 1 : 0;
      before = x;
      label(c, moment.label, right ? x - width - 4 * d : x + 4 * d, box.top + (13 + 14 * row) * d, d);
    }
    c.restore();
  };

  const label = (c, text, x, y, d) => {
    c.save();
    c.setLineDash([]);
    c.lineJoin = "round";
    c.lineWidth = 4 * d;
    c.strokeStyle = colour("--paper");
    c.strokeText(text, x, y);
    c.restore();
    c.fillText(text, x, y);
  };

  const shape = (kind, stroke) => (u, series) => {
    const c = u.ctx, d = devicePixelRatio, r = (kind === "square" ? 5 : 3) * d;
    c.save();
    c.strokeStyle = c.fillStyle = stroke;
    c.lineWidth = 1.5 * d;
    u.data[0].forEach((x, i) => {
      const value = u.data[series][i];
      if (value == null) return;
      const px = u.valToPos(x, "x", true), py = u.valToPos(value, "y", true);
      c.beginPath();
      if (kind === "cross") {
        c.moveTo(px - r, py - r); c.lineTo(px + r, py + r);
        c.moveTo(px - r, py + r); c.lineTo(px + r, py - r);
        c.stroke();
      } else if (kind === "square") {
        c.rect(px - r, py - r, 2 * r, 2 * r);
        c.stroke();
      } else {
        c.arc(px, py, r, 0, 7);
        c.fill();
      }
    });
    c.restore();
    return null;
  };

  const curve = (one, index) => {
    const stroke = colour("--c" + index % 7);
    const series = { label: one.name, stroke, width: 2, dash: dashes[index % 7], points: { show: false }, value: (u, v) => number(v) };
    if (one.stroke === "step") series.paths = uPlot.paths.stepped({ align: 1 });
    if (one.stroke === "step" && one.values.includes(null)) series.spanGaps = true;
    if (one.stroke === "marks") series.paths = shape(marks[index % 4], stroke);
    return series;
  };

  const axis = extra => ({ stroke: colour("--ink"), font: "12px system-ui, sans-serif", labelFont: "12px system-ui, sans-serif", grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line"), width: 1 }, ...extra });

  const draw = (panel, index) => {
    const place = document.getElementById("panel-" + index);
    place.replaceChildren();
    const time = panel.axis === "time";
    const plot = new uPlot({
      width: place.clientWidth,
      height: place.clientWidth < 640 ? 220 : 260,
      scales: { x: { time: false, ...(time ? { range: [panel.x[0], panel.x[panel.x.length - 1]] } : {}) }, y: { range: [0, panel.highest > 0 ? panel.highest * 1.3 : 1] } },
      axes: [
        axis(time
          ? { incrs: [60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800], values: (u, ticks) => ticks.map(clock), space: 60, label: "time (h:mm)", labelSize: 20 }
          : { label: "pod-hours", labelSize: 20 }),
        axis({ label: panel.unit, labelSize: 20, size: 48, values: (u, ticks) => ticks.map(number) }),
      ],
      series: [{ label: time ? "time" : "pod-hours", value: (u, v) => v == null ? "–" : time ? clock(v) : number(v) }, ...panel.curves.map(curve)],
      legend: { markers: { width: 3, dash: (u, series) => styles[(series - 1) % 7] } },
      hooks: { draw: [annotations(panel)] },
    }, [panel.x, ...panel.curves.map(one => one.values)], place);
    const canvas = plot.root.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", place.parentElement.querySelector("figcaption").textContent);
  };

  const drawAll = () => panels.forEach(draw);
  drawAll();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  let width = innerWidth, waiting;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(drawAll, 100);
  });
})();
