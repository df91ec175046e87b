package timex

// Endings stand behind an apostrophe after numbers and names, and without one after
// words; there they are those of the table's stems. “Sonra” and “sonraki” are left
// out: “iki yıl sonra” may count from today or from what was told before.
var turkish = &language{
	code:    "tr",
	endings: "i u a e in un da de ta te dan den tan ten nda nde ndan nden inda inde unda unde indan inden undan unden sinda sinde inin unun sinin si su dir dur lar ler larda lerde nin nun yi ya ye ni nu na ne ina ine una une li lu",
	table: `
number: bir | iki | üç | dört | beş | altı | yedi | sekiz | dokuz | on | | | | | | | | | | yirmi
tens: otuz | kırk | elli | altmış | yetmiş | seksen | doksan
ordinal: ilk, birinci | ikinci | üçüncü | dördüncü | beşinci | altıncı | yedinci | sekizinci | dokuzuncu | onuncu
and half: buçuk
half: yarım
several: birkaç, birçok
month: ocak* | şubat* | mart* | nisan* | mayıs* | haziran* | temmuz* | ağustos* | eylül* | ekim* | kasım* | aralık*
short: pzt, pts | sal | çar, çrş | per, prş | cum | cmt, cts | paz
weekday: pazartesi* | salı* | çarşamba* | perşembe* | cuma* | cumartesi* | pazar
season: ilkbahar*, bahar* | yaz* | sonbahar* | kış*
unit: saniye* | dakika* | saat* | gün* | hafta* | ay* | çeyrek, çeyreği* | yarı, yarı*, yarıyıl* | yıl*, yılda, sene* | | yüzyıl* | hafta sonu*
units: | | | | | | | | yıllar, yıllarca
of year: yılı, yılında, yılının, yılından, yılına, senesi, senesinde
day: evvelsi gün, evvelki gün | dün | bugün | yarın | öbür gün
which: geçen, geçtiğimiz | bu | gelecek, önümüzdeki
ago: önce, evvel
part: sabah* | öğleden sonra | akşam* | gece*
night: dün gece | bu gece
mod: başı*, başında, başlarında, başlangıcında | orta, orta*, ortalarında | sonu*, sonunda, sonlarında, sonlarına
than: den az, dan az, az | den fazla, dan fazla, fazla, aşkın | en fazla, en çok, içinde, en geç | en az | yaklaşık, civarında, takriben, aşağı yukarı
signal: tarihinde, saat
until: kadar, itibaren
behind: beri, den beri, dan beri, bu yana, önce, sonra, tarihinde, tarihli, sırasında, boyunca
during: son
long: boyunca, süreyle, süre, dır, beri
filler: te, de, da, ta, den, dan, ten, tan, e, a, ye, ya, in, un, nin, nun, yi, i, u, si, su, inde, inda, unda, unde, ci, inci, uncu
every: her
times: kez, defa, kere
per unit: | dakikada | saatte | günde | haftada | ayda | | | yılda, senede
daily: | | | günlük olarak | haftalık olarak | aylık olarak | | | yıllık olarak
vague: son zamanlarda, yakın zamanda, geçmişte | şimdi, şu anda, halen | yakında, gelecekte
decade: lar, ler, lı yıllar, lu yıllar, lı yıllarda, lu yıllarda, lı yılların, lu yılların, larda, lerde, ların, lerin
clock: saat
clock hours: saat
trap: bir gün
`,
}
