// What the page says of new versions, and the names under which it is installed.

export const offline = {
  update: "A new version of Five Cars",
  ready: "A new version of Five Cars is ready.",
  kept: "This page stays as it is until you reload it. Your sum is kept.",
  reload: "Reload for the new version",
  later: "Not now",
};

/** Of the app that the page can be installed as. */
export const app = {
  name: "Five Cars: what training an AI model emitted",
  short_name: "Five Cars",
  description:
    "A calculator of the carbon emissions of training AI models, with every step and source shown. It works without a network.",
};
