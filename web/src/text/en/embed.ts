// The words of the embed, in a post or a frame.
import type { Fault } from "../../../embed/asked.js";
import type { Input } from "../../../embed/sum.js";

const listed = (known: readonly string[] = []): string => known.join(", ");

/** What its drawing says. */
export const half = (range: string, median: string): string =>
  `Nine times in ten ${range}, half the time below ${median}`;

export const embed = {
  name: "What training a model emitted",
  see: "See the sum",
  seeChanged: "See this sum",
  data: (version: string) => `data ${version}`,
  allow: "Change it yourself",
  reset: "As published",
  resetOwn: "As in the post",
  places: "Countries and their parts",
  worldPlaces: "The world and its continents",
  otherPlaces: "As in this run",
  fields: {
    count: "Devices",
    hours: "Hours",
    runs: "Runs",
    pue: "PUE",
    place: "Electricity of",
  } satisfies Record<Input, string>,
  deviceHours: "Device-hours",
  usual: "usual value",
  notANumber: (field: string, given: string) =>
    given ? `${field}: “${given}” is no number.` : `${field}: a number is needed.`,
  wrong: (field: string, why: string) => `${field}: ${why}.`,
  waiting: "The calculator is being fetched …",
  offline:
    "The calculator couldn’t be fetched. Check the connection; what is shown is still the result from before.",
  /** Behind the range, in parentheses. */
  guess: "somebody’s guess",
  corrected: "corrected by others since",
  /** In the place of `half`. */
  guessed: "How wrong the guess may be is not in the range.",
  drifted: (then: string, data: string | undefined) =>
    `When this was embedded${data ? `, with data ${data},` : ""} it was ${then}.`,
  blocked: "This frame lets no page open. The address:",
  withoutScripts: "This is a small calculation that needs JavaScript.",
  allModels: "All models at Five Cars",

  faulty: "Five Cars can’t show this:",
  unreachable: "Five Cars couldn’t fetch this result. Check the connection and reload the page.",
  cannot: {
    stages: "this run has several stages, so only its place and PUE can be changed",
    measured: "of this run only the draw of all its machines together is known",
    absent: "this run doesn’t give it",
    places: "its stages are in several places",
  },
  fault: ({ at, code, given = "", known }: Fault): string =>
    ({
      missing: `${at}: name a published model here, or give a scenario`,
      both: `${at}: give either a model or a scenario, not both`,
      name: `“${given}” isn’t understood here; there are ${listed(known)}`,
      twice: `${at}: stands here more than once`,
      "one-of": `${at}: “${given}” isn’t one of ${listed(known)}`,
      number: `${at}: “${given}” is no number of kg`,
      id: `${at}: there is no published sum “${given}”; the id is the end of the address of a model’s page, as in models/bert-base/`,
      equivalent: `${at}: “${given}” is no equivalent; there are ${listed(known)}`,
      input: `${at}: ${given} can’t be changed: ${listed(known)}`,
      link: `${at}: this link can’t be read; copy it again, whole`,
      issue: `${at}: ${listed(known)}`,
    })[code],
};
