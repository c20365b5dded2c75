// The scenarios of all published models: fetched with the first part of the page that can choose one.
import sums from "virtual:texts/sums";
import { store } from "./store.js";

store.know(sums);
