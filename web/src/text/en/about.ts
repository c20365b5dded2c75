// The words of the statements on privacy and accessibility: [heading, paragraphs].
export const about = {
  title: "Privacy and accessibility – Five Cars",
  description:
    "What Five Cars does with what you enter (nothing leaves your browser), and how accessible it is.",
  heading: "Privacy and accessibility",
  sections: [
    {
      id: "privacy",
      title: "Privacy",
      paragraphs: [
        "Everything is calculated in your browser. What you enter, and files that you open, leave it nowhere. There is no account, no tracker and no cookie.",
        "The pages load everything from the one host that you see in the address. That host sees, as any does, that your browser asked for these files, and from which network address. It never sees a sum: that stands in the address behind the #, which browsers keep to themselves.",
        "So that nothing is lost, the page may keep on your device the sum that you are working on, what you have pinned, and the files of the page itself for use without a network. “Erase what is kept”, under the form, erases the sums and the pins; to erase the files, too, delete the data of this site in your browser’s settings; in a private window it goes by itself.",
        "If you follow a link to another site, its rules hold there. A report of an error opens a form at the site that holds the source code; nothing is sent until you send it there.",
      ],
    },
    {
      id: "accessibility",
      title: "Accessibility",
      paragraphs: [
        "The pages are meant to meet the Web Content Accessibility Guidelines 2.2 at level AA.",
        "How it is tested: each change runs axe on all views, light and dark; tests go through the page with the keyboard alone, in a window of 320 pixels, and with forced colours. Results are announced after a pause; each drawing has the same figures as words or as a table beside it; colour is never the only sign.",
        "Known limits: it was tested by machine and by its authors, not yet by people who use a screen reader every day. The drawings of cars and flights are hidden from screen readers, since the words beside them say the same. Citations stand in the language of their source.",
        "If something can’t be reached, read or understood, please report it by the link at the foot of the page.",
      ],
    },
  ],
};
