package timex

var portuguese = &language{
	code:    "pt",
	endings: "o a os as",
	table: `
number: um, uma | dois, duas | três | quatro | cinco | seis | sete | oito | nove | dez | onze | doze | treze | catorze, quatorze | quinze | dezasseis, dezesseis | dezassete, dezessete | dezoito | dezanove, dezenove | vinte
tens: trinta | quarenta | cinquenta | sessenta | setenta | oitenta | noventa
ordinal: primeir* | segund*, segunda, segundo | terceir*, terça | quart*, quarta | quint*, quinta | sext*, sexta | sétim* | oitav* | non* | décim* | xi | xii | xiii | xiv | xv | xvi | xvii | xviii | xix | xx | xxi
th: º
and: e
and half: e meio, e meia
half: meio, meia
several: vários, várias, alguns, algumas, muitos, muitas, poucos
month: janeiro, jan | fevereiro, fev | março | abril, abr | maio | junho, jun | julho, jul | agosto, ago | setembro, set | outubro, out | novembro, nov | dezembro, dez
short: seg | ter | qua | qui | sex | sáb | dom
fortnight: | quinzena
weekday: segunda-feira, segundas-feiras, segunda | terça-feira, terças-feiras, terça | quarta-feira, quartas-feiras, quarta | quinta-feira, quintas-feiras, quinta | sexta-feira, sextas-feiras, sexta | sábado, sábados | domingo, domingos
season: primavera | verão | outono | inverno
unit: segundo | minuto | hora | dia | semana | mês | trimestre | semestre, metade | ano | década | século | fim de semana
units: segundos | minutos | horas | dias | semanas | meses | | | anos | décadas | séculos
day: anteontem, antes de ontem | ontem | hoje | amanhã | depois de amanhã
which: passad*, últim*, transat* | este, esta, neste, nesta, deste, desta | próxim*, que vem
ago: há, atrás, faz
ahead: daqui a
part: manhã, de manhã, pela manhã, da manhã | tarde, à tarde, da tarde, de tarde | | noite, à noite, da noite, de noite
night: ontem à noite | esta noite, hoje à noite
mod: início, começo, princípio, princípios, inícios | meados, meio | fim, final, finais, fins
than: menos de | mais de | no máximo, no prazo de, num prazo de, em até, até | pelo menos, no mínimo | cerca de, por volta de, aproximadamente, perto de, quase
year: ano
signal: em, no, na, nos, nas, desde, antes de, depois de, após, a, ao, às, durante, num, numa, antes do
until: até, até ao, a partir de, a partir do
during: durante, por, ao longo de, após, nos, nas
filler: de, do, da, o, os, dos, das
every: a cada, todos os, todas as, cada, todo o, toda a
times: vezes
once: uma vez | duas vezes
per: por, a cada, ao
daily: | | | diariamente | semanalmente | mensalmente | trimestralmente | | anualmente
vague: recentemente, ultimamente, no passado | agora, atualmente, actualmente, neste momento | em breve, brevemente, no futuro
clock: às, à, pelas
hour mark: h
noon: meio-dia, ao meio-dia
trap: a segunda, a terça, a quarta, a quinta, a sexta, um dia, cada dos
weekly: às segundas, às segundas-feiras | às terças, às terças-feiras | às quartas, às quartas-feiras | às quintas, às quintas-feiras | às sextas, às sextas-feiras | aos sábados | aos domingos
`,
}
