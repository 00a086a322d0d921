// The widget itself, on a light or a dark page, at the width of a phone or a desktop.

/**
 * @param {HTMLElement} room
 * @param {any} goal
 * @param {{ themes: string[], view: string, width: string }} options
 */
export function show(room, goal, { themes, view, width }) {
  const wanted = `${themes} ${view} ${width}`;
  if (room.dataset.shows !== wanted) {
    room.dataset.shows = wanted;
    room.replaceChildren(
      ...themes.map((theme) => {
        const page = document.createElement("div");
        page.className = `page ${theme} ${width}`;
        const element = document.createElement("goal-post");
        element.setAttribute("theme", theme);
        if (view) element.setAttribute("view", view);
        page.append(element);
        return page;
      }),
    );
  }
  for (const element of room.querySelectorAll("goal-post")) /** @type {any} */ (element).goal = goal;
}

/**
 * Explains why there is no goal to show.
 * @param {HTMLElement} room
 * @param {{ message: string }[]} problems
 */
export function tell(room, problems) {
  delete room.dataset.shows;
  const page = document.createElement("div");
  page.className = "page";
  page.append(...problems.map(({ message }) => Object.assign(document.createElement("p"), { textContent: message })));
  room.replaceChildren(page);
}
