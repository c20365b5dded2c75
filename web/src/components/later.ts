import styles from "../styles/form.css?url";

export type Form = typeof import("./form.js");

let form: Promise<Form | null> | undefined;

/**
 * The form and the panels' fields, with their styles: not needed for the first answer, so not in the first load.
 * null if they can't be fetched.
 */
export const fetchForm = (): Promise<Form | null> =>
  (form ??= Promise.all([import("./form.js"), styled()]).then(
    ([fetched]) => fetched,
    () => null,
  ));

const styled = (): Promise<void> =>
  new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = styles;
    link.onload = () => done();
    link.onerror = () => failed(new Error("no styles"));
    document.head.append(link);
  });
