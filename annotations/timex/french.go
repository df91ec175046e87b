package timex

var french = &language{
	code: "fr",
	table: `
number: un, une | deux | trois | quatre | cinq | six | sept | huit | neuf | dix | onze | douze | treize | quatorze | quinze | seize | dix-sept | dix-huit | dix-neuf | vingt
tens: trente | quarante | cinquante | soixante | soixante-dix, septante | quatre-vingt, quatre-vingts, huitante | quatre-vingt-dix, nonante
ordinal: premier, première, 1er, xie siècle | deuxième, second, seconde | troisième | quatrième | cinquième | sixième | septième | huitième | neuvième | dixième, xe | onzième, xie | douzième, xiie | treizième, xiiie | quatorzième, xive | quinzième, xve | seizième, xvie | dix-septième, xviie | dix-huitième, xviiie | dix-neuvième, xixe | vingtième, xxe | vingt et unième, xxie
th: er, re, e, ème, nd, nde
and: et
and half: et demi, et demie
half: demi, demie
several: plusieurs, quelques
month: janvier, janv | février, févr, fév | mars | avril, avr | mai | juin | juillet, juil | août | septembre, sept | octobre, oct | novembre, nov | décembre, déc
short: lun | mar | mer | jeu | ven | sam | dim
fortnight: | quinzaine
weekday: lundi, lundis | mardi, mardis | mercredi, mercredis | jeudi, jeudis | vendredi, vendredis | samedi, samedis | dimanche, dimanches
season: printemps | été | automne | hiver
unit: seconde | minute | heure | jour | semaine | mois | trimestre | semestre, moitié | année, an | décennie | siècle | week-end, weekend, fin de semaine
units: secondes | minutes | heures | jours | semaines | | | | années, ans | décennies | siècles
day: avant-hier | hier | aujourd'hui | demain | après-demain
which: dernier, dernière, derniers, dernières, passé, passée | ce, cet, cette, ces | prochain, prochaine, prochains, prochaines
ago: il y a, voici, voilà
ahead: dans
part: matin, au matin, dans la matinée, matinée | après-midi, dans l'après-midi | soir, au soir, soirée, dans la soirée | nuit, dans la nuit
night: la nuit dernière | cette nuit
mod: début, au début, débuts | mi, milieu, au milieu | fin, à la fin
than: moins de | plus de | au plus, au maximum, d'ici, en moins de | au moins, au minimum | environ, vers, autour de, près de, à peu près, presque
year: année, an
signal: en, au, à, à la, depuis, avant, après, dès, dans, courant, pendant, durant, aux
until: jusqu'en, jusqu'à, jusqu'au, d'ici, d'ici à, à partir de, à partir du, à compter de, à compter du
during: pendant, durant, depuis, en, après, sur, au cours, ces
filler: ci, le, la, les, l, de, du, d, des
every: chaque, tous les, toutes les
times: fois
once: une fois
per: par
daily: | | | quotidiennement | | mensuellement | | | annuellement
vague: récemment, dernièrement | maintenant, actuellement, en ce moment | bientôt, prochainement, à l'avenir
clock: à, vers
hour mark: h
clock hours: à, vers
noon: midi, à midi
trap: le midi, un jour
weekly: le lundi, les lundis | le mardi, les mardis
`,
}
