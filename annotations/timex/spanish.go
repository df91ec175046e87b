package timex

var spanish = &language{
	code:    "es",
	endings: "o a os as",
	table: `
number: un, una, uno | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | once | doce | trece | catorce | quince | dieciséis | diecisiete | dieciocho | diecinueve | veinte | veintiún, veintiuno, veintiuna | veintidós | veintitrés | veinticuatro | veinticinco | veintiséis | veintisiete | veintiocho | veintinueve
tens: treinta | cuarenta | cincuenta | sesenta | setenta | ochenta | noventa
ordinal: primer, primer* | segund*, segundo | tercer, tercer* | cuart* | quint* | sext* | séptim* | octav* | noven* | décim* | xi | xii | xiii | xiv | xv | xvi | xvii | xviii | xix | xx | xxi
th: º, er
and: y
and half: y medio, y media
half: medio, media
several: varios, varias, algunos, algunas, muchos, muchas, unos, unas
month: enero, ene | febrero, feb | marzo | abril, abr | mayo | junio, jun | julio, jul | agosto, ago | septiembre, setiembre, sept, sep | octubre, oct | noviembre, nov | diciembre, dic
short: lun | mar | mié, mier | jue | vie | sáb | dom
fortnight: | quincena
weekday: lunes | martes | miércoles | jueves | viernes | sábado, sábados | domingo, domingos
season: primavera | verano | otoño | invierno
unit: segundo | minuto | hora | día | semana | mes | trimestre | semestre, mitad | año | década | siglo | fin de semana
units: segundos | minutos | horas | días | semanas | meses | | | años | décadas | siglos
day: anteayer, antes de ayer, antier | ayer | hoy | mañana | pasado mañana
which: pasad*, últim* | este, esta, estos, estas | próxim*, que viene, que vienen
ago: hace, atrás
ahead: dentro de
part: mañana, por la mañana, la mañana, de la mañana | tarde, por la tarde, la tarde, de la tarde | | noche, por la noche, la noche, de la noche
night: anoche | esta noche
mod: principios, inicios, inicio, comienzos, comienzo | mediados | final, finales, fines, fin
than: menos de | más de | como máximo, en un plazo de, en el plazo de, a lo sumo | al menos, por lo menos, como mínimo | alrededor de, cerca de, hacia, unos, unas, aproximadamente, casi
year: año
signal: en, desde, antes de, después de, a, al, tras, durante, antes del
until: hasta, a partir de, a partir del
during: durante, por, a lo largo de, tras, desde hace
filler: de, del, el, la, los, las, día
every: todos los, todas las, cada
times: veces
once: una vez
per: por, a la, al, cada
daily: | | | diariamente | semanalmente | mensualmente | trimestralmente | | anualmente
vague: recientemente, últimamente, en el pasado | ahora, actualmente, en este momento | pronto, en el futuro, próximamente
clock: a las, a la
clock hours: a las
hour mark: h
noon: mediodía, al mediodía
trap: un día
`,
}
