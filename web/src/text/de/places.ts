// Wie die Stromnetze auf Deutsch heißen, und wo etwas lief, das ihren Strom bezog. Was fehlt, heißt überall gleich.
import type { GridRow } from "../../../calculator/documents.js";
import { ownPlaces } from "./sentence.js";

Object.assign(ownPlaces, {
  "own/machine-room": [" im ", "eigenen Serverraum"],
  "own/university-cluster": [" auf ", "einem Hochschulcluster"],
  "own/laptop": [" auf ", "meinem Laptop"],
  "own/desktop": [" auf ", "meinem Desktop-PC"],
} satisfies typeof ownPlaces);

/**
 * Id, Name und, wo „in“ und der Name es nicht tun, wie es im Satz heißt; „~“ ist dort der Name. Was in Klammern steht, sagt
 * kein Satz.
 */
const names = `
ember/world Weltdurchschnitt | beim ~
ember/africa Afrika | beim Durchschnitt ~s
ember/asia Asien | beim Durchschnitt ~s
ember/europe Europa | beim Durchschnitt ~s
ember/north-america Nordamerika | beim Durchschnitt ~s
ember/oceania Ozeanien | beim Durchschnitt ~s
ember/south-america Südamerika | beim Durchschnitt ~s
ember/africa-ember Afrika (nach Embers Einteilung) | beim Durchschnitt ~s
ember/asia-ember Asien (nach Embers Einteilung) | beim Durchschnitt ~s
ember/europe-ember Europa (nach Embers Einteilung) | beim Durchschnitt ~s
ember/north-america-ember Nordamerika (nach Embers Einteilung) | beim Durchschnitt ~s
ember/oceania-ember Ozeanien (nach Embers Einteilung) | beim Durchschnitt ~s
ember/eu27 Europäische Union | beim Durchschnitt der Europäischen Union
ember/eu-ember Europäische Union (nach Embers Einteilung) | beim Durchschnitt der Europäischen Union
ember/latin-america Lateinamerika und Karibik | beim Durchschnitt Lateinamerikas
ember/middle-east Naher Osten | beim Durchschnitt des Nahen Ostens
ember/asean ASEAN | beim Durchschnitt der ~
ember/g7 G7 | beim Durchschnitt der ~
ember/g20 G20 | beim Durchschnitt der ~
ember/oecd OECD | beim Durchschnitt der ~
ember/high-income Länder mit hohem Einkommen | beim Durchschnitt der ~
ember/upper-middle-income Länder mit höherem mittlerem Einkommen | beim Durchschnitt der ~
ember/lower-middle-income Länder mit niedrigerem mittlerem Einkommen | beim Durchschnitt der ~
ember/low-income Länder mit niedrigem Einkommen | beim Durchschnitt der ~
ember/ALB Albanien
ember/DZA Algerien
ember/ASM Amerikanisch-Samoa
ember/ATG Antigua und Barbuda
ember/ARG Argentinien
ember/ARM Armenien
ember/ABW Aruba | auf ~
ember/AUS Australien
ember/AUT Österreich
ember/AZE Aserbaidschan
ember/BHS Bahamas | auf den ~
ember/BGD Bangladesch
ember/BRB Barbados | auf ~
ember/BEL Belgien
ember/BMU Bermuda | auf ~
ember/BOL Bolivien
ember/BIH Bosnien und Herzegowina
ember/BWA Botsuana
ember/BRA Brasilien
ember/VGB Britische Jungferninseln | auf den Britischen Jungferninseln
ember/BGR Bulgarien
ember/KHM Kambodscha
ember/CMR Kamerun
ember/CAN Kanada
ember/CPV Kap Verde
ember/CYM Kaimaninseln | auf den ~
ember/CAF Zentralafrikanische Republik | in der Zentralafrikanischen Republik
ember/TCD Tschad | im ~
ember/COL Kolumbien
ember/COM Komoren | auf den ~
ember/COK Cookinseln | auf den ~
ember/CIV Elfenbeinküste | in der ~
ember/HRV Kroatien
ember/CUB Kuba | auf ~
ember/CYP Zypern | auf ~
ember/CZE Tschechien
ember/COD Demokratische Republik Kongo | in der Demokratischen Republik Kongo
ember/DNK Dänemark
ember/DJI Dschibuti
ember/DMA Dominica | auf ~
ember/DOM Dominikanische Republik | in der Dominikanischen Republik
ember/TLS Osttimor
ember/EGY Ägypten
ember/GNQ Äquatorialguinea
ember/EST Estland
ember/ETH Äthiopien
ember/FLK Falklandinseln | auf den ~
ember/FRO Färöer | auf den ~n
ember/FJI Fidschi | auf ~
ember/FIN Finnland
ember/FRA Frankreich
ember/GUF Französisch-Guayana
ember/PYF Französisch-Polynesien
ember/GAB Gabun
ember/GEO Georgien
ember/DEU Deutschland
ember/GRC Griechenland
ember/GRL Grönland | auf ~
ember/GRD Grenada | auf ~
ember/GLP Guadeloupe | auf ~
ember/GUM Guam | auf ~
ember/HKG Hongkong
ember/HUN Ungarn
ember/ISL Island
ember/IND Indien
ember/IDN Indonesien
ember/IRN Iran | im ~
ember/IRQ Irak | im ~
ember/IRL Irland
ember/ITA Italien
ember/JAM Jamaika | auf ~
ember/JOR Jordanien
ember/KAZ Kasachstan
ember/KEN Kenia
ember/XKX Kosovo | im ~
ember/KGZ Kirgisistan
ember/LVA Lettland
ember/LBN Libanon | im ~
ember/LBY Libyen
ember/LTU Litauen
ember/LUX Luxemburg
ember/MAC Macau
ember/MDG Madagaskar | auf ~
ember/MDV Malediven | auf den ~
ember/MLT Malta | auf ~
ember/MTQ Martinique | auf ~
ember/MRT Mauretanien
ember/MUS Mauritius | auf ~
ember/MEX Mexiko
ember/MDA Moldau | in der Republik ~
ember/MNG Mongolei | in der ~
ember/MSR Montserrat | auf ~
ember/MAR Marokko
ember/MOZ Mosambik
ember/NRU Nauru | auf ~
ember/NLD Niederlande | in den ~n
ember/NCL Neukaledonien
ember/NZL Neuseeland
ember/NER Niger | im ~
ember/PRK Nordkorea
ember/MKD Nordmazedonien
ember/NOR Norwegen
ember/PSE Palästina
ember/PNG Papua-Neuguinea
ember/PHL Philippinen | auf den ~
ember/POL Polen
ember/QAT Katar
ember/COG Republik Kongo | in der ~
ember/REU Réunion | auf ~
ember/ROU Rumänien
ember/RUS Russland
ember/RWA Ruanda
ember/SHN St. Helena | auf ~
ember/KNA St. Kitts und Nevis
ember/LCA St. Lucia | auf ~
ember/SPM St. Pierre und Miquelon
ember/VCT St. Vincent und die Grenadinen | in St. Vincent und den Grenadinen
ember/STP São Tomé und Príncipe
ember/SAU Saudi-Arabien
ember/SRB Serbien
ember/SYC Seychellen | auf den ~
ember/SGP Singapur
ember/SVK Slowakei | in der ~
ember/SVN Slowenien
ember/SLB Salomonen | auf den ~
ember/ZAF Südafrika
ember/KOR Südkorea
ember/SSD Südsudan | im ~
ember/ESP Spanien
ember/SDN Sudan | im ~
ember/SWE Schweden
ember/CHE Schweiz | in der ~
ember/SYR Syrien
ember/TWN Taiwan | auf ~
ember/TJK Tadschikistan
ember/TZA Tansania
ember/TTO Trinidad und Tobago
ember/TUN Tunesien
ember/TUR Türkei | in der ~
ember/TCA Turks- und Caicosinseln | auf den ~
ember/UKR Ukraine | in der ~
ember/ARE Vereinigte Arabische Emirate | in den Vereinigten Arabischen Emiraten
ember/GBR Vereinigtes Königreich | im Vereinigten Königreich
ember/USA USA | in den ~
ember/VIR Amerikanische Jungferninseln | auf den Amerikanischen Jungferninseln
ember/UZB Usbekistan
ember/YEM Jemen | im ~
ember/ZMB Sambia
ember/ZWE Simbabwe
strubell-2019/US US-Durchschnitt von 2018, wie in der Studie von 2019 | beim US-Durchschnitt von 2018
strubell-2019/CN China, wie in der Studie von 2019 | beim chinesischen Mix der Studie von 2019
strubell-2019/DE Deutschland, wie in der Studie von 2019 | beim deutschen Mix der Studie von 2019
strubell-2019/AWS Amazon Web Services, wie in der Studie von 2019 | beim AWS-Mix der Studie von 2019
strubell-2019/Google Google, wie in der Studie von 2019 | beim Google-Mix der Studie von 2019
strubell-2019/Microsoft Microsoft, wie in der Studie von 2019 | beim Microsoft-Mix der Studie von 2019
eccc/QC Québec
eccc/PE Prince Edward Island | auf ~
eccc/NL Neufundland und Labrador
eccc/NT Nordwest-Territorien | in den ~
nga/NSW New South Wales und ACT | in New South Wales
nga/SA Südaustralien
nga/WA-SWIS Westaustralien, Südwesten (SWIS) | im Südwesten Australiens
nga/WA-NWIS Westaustralien, Nordwesten (NWIS) | im Nordwesten Australiens
nga/TAS Tasmanien
nga/NT-DKIS Northern Territory, Darwin bis Katherine (DKIS) | im Northern Territory
nga/AU Australien (NGA)
desnz/GB Vereinigtes Königreich (DESNZ) | im Vereinigten Königreich
cea/IN Indien (CEA)
mee/CN China (MEE)
mee/north-china Netz Nordchina | im ~s
mee/northwest-china Netz Nordwestchina | im ~s
mee/east-china Netz Ostchina | im ~s
mee/central-china Netz Zentralchina | im ~s
mee/northeast-china Netz Nordostchina | im ~s
mee/southern-china Netz Südchina | im ~s
mee/southwest-china Netz Südwestchina | im ~s
mee/beijing Peking
mee/hainan Hainan | auf ~
mee/inner-mongolia Innere Mongolei | in der Inneren Mongolei
egrid/US USA (eGRID) | in den ~
egrid/AKGD Alaska, Hauptnetz (AKGD) | in Alaska
egrid/AKMS Alaska, kleine Netze (AKMS) | in den kleinen Netzen Alaskas
egrid/AZNM USA, Südwesten (AZNM) | im Südwesten der USA
egrid/CAMX Kalifornien (CAMX)
egrid/ERCT Texas (ERCT)
egrid/FRCC Florida (FRCC)
egrid/HIMS Hawaii ohne Oahu (HIMS) | auf Hawaiis übrigen Inseln
egrid/HIOA Oahu (HIOA) | auf ~
egrid/MROE Wisconsin, Osten (MROE) | im Osten Wisconsins
egrid/MROW Oberer Mittlerer Westen (MROW) | im oberen Mittleren Westen der USA
egrid/NEWE Neuengland (NEWE)
egrid/NWPP USA, Nordwesten (NWPP) | im Nordwesten der USA
egrid/NYCW New York City und Westchester (NYCW) | in New York City
egrid/NYLI Long Island (NYLI) | auf ~
egrid/NYUP New York, Norden des Staates (NYUP) | im Norden des Staates New York
egrid/PRMS Puerto Rico (PRMS)
egrid/RFCE USA, mittlere Atlantikküste (RFCE) | an der mittleren Atlantikküste der USA
egrid/RFCM Michigan (RFCM)
egrid/RFCW Netz RFC West (RFCW) | im ~
egrid/RMPA Rocky Mountains (RMPA) | in den ~
egrid/SPNO Netz SPP Nord (SPNO) | im ~
egrid/SPSO Netz SPP Süd (SPSO) | im ~
egrid/SRMV Unterer Mississippi (SRMV) | am unteren Mississippi
egrid/SRMW Netz SERC Mittlerer Westen (SRMW) | im ~
egrid/SRSO Netz SERC Süd (SRSO) | im ~
egrid/SRTV Tennessee Valley (SRTV) | im ~
egrid/SRVC Virginia und Carolinas (SRVC) | in Virginia und den Carolinas
`;

/** [Name, im Satz] */
export const gridNames = new Map(
  names
    .trim()
    .split("\n")
    .map((line): [id: string, told: [name: string, phrase: string]] => {
      const [, id = "", name = "", phrase = "in ~"] = /^(\S+) (.*?)(?: \| (.*))?$/.exec(line) ?? [];
      return [id, [name, phrase.replace("~", name.replace(/ \(.*/, ""))]];
    }),
);

/** Eine Zeile der Tabelle, von nun an. */
export function inGerman(row: Pick<GridRow, "id" | "name" | "in_a_sentence">): void {
  const [name, phrase] = gridNames.get(row.id) ?? [row.name, `in ${row.name}`];
  row.name = name;
  row.in_a_sentence = phrase;
}
