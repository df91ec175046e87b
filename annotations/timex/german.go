package timex

var german = &language{
	code:           "de",
	endings:        "e en er es em",
	joiner:         "und",
	unsureWeekdays: true,
	table: `
number: ein, eine, einen, einem, einer, eines, eins | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf | dreizehn | vierzehn | fünfzehn | sechzehn | siebzehn | achtzehn | neunzehn | zwanzig
tens: dreißig | vierzig | fünfzig | sechzig | siebzig | achtzig | neunzig
ordinal: erst* | zweit* | dritt* | viert* | fünft* | sechst* | siebt* | acht* | neunt* | zehnt* | elft* | zwölft* | dreizehnt* | vierzehnt* | fünfzehnt* | sechzehnt* | siebzehnt* | achtzehnt* | neunzehnt* | zwanzigst* | einundzwanzigst*
half more: anderthalb, eineinhalb | zweieinhalb | dreieinhalb | viereinhalb | fünfeinhalb
half: halb*
several: mehrer*, einig*, viel*, ein paar
month: januar, jan, jänner | februar, feb, feber | märz | april, apr | mai | juni | juli | august, aug | september, sept, sep | oktober, okt | november, nov | dezember, dez
weekday: montag | dienstag | mittwoch | donnerstag | freitag | samstag, sonnabend | sonntag
short: mo | di | mi | do | fr | sa | so
season: frühling, frühjahr | sommer | herbst | winter
unit: sekunde | minute | stunde | tag* | woche | monat, monats | quartal, quartals | hälfte, halbjahr | jahr, jahres | jahrzehnt, jahrzehnts | jahrhundert, jahrhunderts | wochenende, wochenendes
units: sekunden | minuten | stunden | tage, tagen | wochen | monate, monaten | | | jahre, jahren | jahrzehnte, jahrzehnten | jahrhunderte, jahrhunderten
day: vorgestern | gestern | heute | morgen | übermorgen
nearest: letzt*, vergangen*
which: letzt*, vergangen*, vorig* | dies* | nächst*, kommend*
ago: vor
ahead: in
part: morgen, am morgen, früh, vormittag, am vormittag | nachmittag, am nachmittag | abend, am abend | nacht, in der nacht
night: letzte nacht | heute nacht
mod: anfang, beginn, zu beginn | mitte | ende, gegen ende
than: weniger als, unter | mehr als, über | höchstens, maximal, binnen, innerhalb von, innerhalb, nicht mehr als | mindestens, wenigstens | etwa, rund, ungefähr, um, circa, ca, gegen, fast, knapp
year: jahr, im jahre, jahres
signal: am, an, im, in, seit, vor, nach, zum, zur, während
until: bis, bis zum, ab, von
during: seit, für, nach, während, über
long: lang, hindurch
filler: der, die, das, den, dem, des
every: jed*, all*
times: mal
once: einmal | zweimal | dreimal | viermal | fünfmal
per: pro, in, im, am, je
daily: | minütlich | stündlich | täglich | wöchentlich | monatlich | vierteljährlich | halbjährlich | jährlich
weekly: montags | dienstags | mittwochs | donnerstags | freitags | samstags | sonntags
vague: kürzlich, neulich, in letzter zeit, unlängst | jetzt, derzeit, zurzeit, gegenwärtig, nun, momentan | bald, demnächst, in zukunft, künftig
decade: er, er jahre, er jahren
decades: dreißiger jahre, dreißiger jahren | vierziger jahre, vierziger jahren | fünfziger jahre, fünfziger jahren | sechziger jahre, sechziger jahren | siebziger jahre, siebziger jahren | achtziger jahre, achtziger jahren | neunziger jahre, neunziger jahren
th: te, ten, ter
clock: um, gegen, ab
o'clock: uhr
trap: der morgen, den morgen, dem morgen, nacht zum, nacht auf, nacht zu, in der nacht zum, in der nacht auf, in der nacht zu, eines tages
`,
}
