// Elements as values. No text is ever read as markup.

export type Child = Node | string | false | undefined;
type Attributes = Record<string, string | number | boolean | undefined>;

function filled<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  element.append(...children.filter((child) => child !== false && child !== undefined));
  return element;
}

export const h = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: Child[]
): HTMLElementTagNameMap[Name] => filled(document.createElement(name), attributes, children);

export const svg = (name: string, attributes: Attributes, ...children: Child[]): SVGElement =>
  filled(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
