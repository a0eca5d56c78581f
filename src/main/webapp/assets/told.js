// What was told upward loads anew when a case moves, also under whoever reads.
import { listen } from "./live.js";

listen();
