// What axe-core does not see: texts that lie over each other, a page that scrolls sideways, targets too small to touch.
globalThis.caseflowLooks = () => {
  const ever = (work, kept = new Map()) => (element) => {
    if (!kept.has(element)) kept.set(element, work(element));
    return kept.get(element);
  };
  const inFlow = ever((element) => {
    const style = getComputedStyle(element);
    if (style.clipPath !== "none" || style.position === "fixed") return false;
    return !element.parentElement || inFlow(element.parentElement);
  });
  const shown = ever(
    (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && inFlow(element),
  );
  const edges = ever((element) => {
    const around = element.parentElement ? edges(element.parentElement) : [];
    return getComputedStyle(element).overflow === "visible" ? around : [element.getBoundingClientRect(), ...around];
  });
  const clipped = (element, box) =>
    edges(element).some((edge) => box.right > edge.right + 1 || box.left < edge.left - 1 || box.bottom > edge.bottom + 1);
  const floating = (element) => element.closest(".user-menu__panel, .site-menu__panel");

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim() || !shown(node.parentElement) || floating(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1 && !clipped(node.parentElement, box)) texts.push([node.data.trim().slice(0, 40), box]);
    }
  }

  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
  texts.sort(([, a], [, b]) => a.top - b.top); // once one begins below where a text ends, so do all after it
  for (const [i, [one, a]] of texts.entries()) {
    for (let next = i + 1; next < texts.length && texts[next][1].top < a.bottom; next += 1) {
      const [other, b] = texts[next];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 2 && down > 4) found.push(`"${one}" lies over "${other}"`);
    }
  }
  for (const target of document.querySelectorAll("a, button, input, select, textarea, summary")) {
    const box = target.getBoundingClientRect();
    const inline = getComputedStyle(target).display === "inline";
    if (shown(target) && !inline && box.width > 0 && (box.height < 24 || box.width < 24)) {
      found.push(`too small to touch: ${target.outerHTML.slice(0, 80)}`);
    }
  }
  return found;
};
