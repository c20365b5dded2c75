// What is said when the calculator doesn’t start: fetched when it doesn’t.
export const trouble = {
  title: "The calculator didn’t start.",
  noWasm:
    "This browser has no WebAssembly, or it is switched off. Use a browser of 2021 or later, or allow WebAssembly for this site.",
  blocked:
    "Its program couldn’t be loaded. A network filter or an extension may have stopped it; reload the page, or try another network or browser.",
  still:
    "The sentence above is the published sum and stands as it is. It can’t be changed until the calculator runs.",
  linked:
    "The sentence above is the page’s own, not the sum of your link: that is unharmed in the address, and opens where the calculator runs.",
  detail: "What the browser says:",
};
