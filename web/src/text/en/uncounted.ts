// The words of what the sum leaves out.
import { frame } from "./gallery.js";

interface Uncounted {
  what: string;
  how: string;
  /** Id; none where nobody says how large it is. */
  source?: string;
}

export const uncounted = {
  title: "What this doesn’t count",
  judgement: "a judgement, not a measurement",
  items: [
    {
      what: "Use after training",
      how: "Each answer costs little, but a model that millions ask can emit more in use than in training. What is published is seldom split: for Mistral Large 2 one figure holds the training and 18 months of use.",
      source: "mistral-2025",
    },
    {
      what: "What came before the final run",
      how: "Experiments and failed runs, unless you add them as stages: for Olmo 3, 82 % of all its energy.",
      source: "morrison-2026",
    },
    {
      what: "Training by others",
      how: "Fine-tuning is small for one, but open models are trained further thousands of times: together it can be more than the first run.",
    },
    {
      what: "Networks and storage",
      how: "Within the machines’ racks they are in the share of the whole machine. Moving and keeping the data elsewhere: a few percent, more where video is learnt from.",
    },
    {
      what: "Buildings",
      how: "Concrete, steel, cooling plant and generators of the data centre: usually a few percent of a run, as they serve for decades.",
    },
    {
      what: "Power lines",
      how: "What is lost on the way from the power station: about a twentieth, unless the grid’s figure says that losses are in it.",
    },
    {
      what: "People",
      how: "Offices, commuting and conferences: small beside a large run, but more than the electricity of a small one. One return flight to a conference can outweigh it.",
    },
    { what: "End of life", how: "Taking machines apart and recycling them: small beside making them." },
  ] as Uncounted[],
  report: frame.report,
  reportTitle: (model: string | null) => frame.reportTitle(model ?? "own run"),
  reportBody: (model: string | null, data: string) => frame.reportBody(model ? `models/${model}` : "", data),
};
