// Where an error in a figure is reported: an issue that is already begun.
import { bugs } from "../../../package.json";

export const issueUrl = (title: string, body: string): string =>
  `${bugs}/new?${new URLSearchParams({ title, body }).toString()}`;
