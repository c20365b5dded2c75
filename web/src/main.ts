import { loadCalculator } from "../calculator/load.js";

const calculator = await loadCalculator();
const model = calculator.catalogue().models.find(({ id }) => id === "bert-base");
if (model) {
  const { operational_kg } = calculator.estimate(model.scenario);
  const lb = operational_kg.best / calculator.catalogue().mass_units_kg.lb;
  const app = document.querySelector("#app");
  if (app) app.textContent = `Training ${model.name} emitted ${Math.round(lb).toLocaleString("en")} lb CO2e`;
}
