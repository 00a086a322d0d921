// Reserves the room of the page's goals if the page does not link the style sheet.

import { sheet } from "./sheet.js";
import text from "./room.css";

document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet(text)];
