// Was zu sagen ist, wenn der Rechner nicht startet.
export const trouble = {
  title: "Der Rechner ist nicht gestartet.",
  noWasm: "Dieser Browser hat kein WebAssembly, oder es ist abgeschaltet. Es hilft ein Browser ab 2021.",
  blocked:
    "Das Programm ließ sich nicht laden; vielleicht hält ein Netzfilter oder eine Erweiterung es auf. Bitte neu laden oder ein anderes Netz, einen anderen Browser versuchen.",
  still:
    "Der Satz oben ist die veröffentlichte Rechnung und gilt. Ändern lässt er sich erst mit dem Rechner.",
  linked:
    "Der Satz oben ist der der Seite, nicht die Rechnung des Links: Die steht unversehrt in der Adresse und öffnet sich, wo der Rechner läuft.",
  detail: "Der Browser meldet:",
};
