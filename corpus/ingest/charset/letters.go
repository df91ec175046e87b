package charset

// The scripts that are told apart, first those of alphabets, then those that need two bytes a character.
const (
	latin = iota
	greek
	cyrillic
	hebrew
	arabic
	thai
	ideographs
	kana
	hangul
	otherScript
)

// usualSigns are signs beyond ASCII that running text has.
const usualSigns = "“”‘’„‚«»‹›–—…•·€£§°©®™¿¡ªº№½²³\u00a0\u00ad\u200c\u200d\u200e\u200f،؛؟ـ।" +
	"、。，．！？；：「」『』《》〈〉（）【】〔〕・ー〜～—…　“”％０１２３４５６７８９"

// alphabets are the small letters of each script, the commonest first, over the languages that use it.
var alphabets = [ideographs][]rune{
	greek:    []rune("αοιετσνρπκυμλςηάωέίόγδήύώβχθφξζψϊΐϋΰ"),
	cyrillic: []rune("оаеинтсрвлкмдпуяыьгзбчійхжшюцїщєэёфъјўћњљђџґѓќѕ"),
	hebrew:   []rune("יהולארתבשמנםעדחקפןכטגצזסךףץ"),
	arabic:   []rune("اليمنورتهبدعسفكقحأةجشىصطخضذزآءغئثإپچگژکیظؤ"),
	thai:     []rune("านรกเงมยลวดทสตปบคอะจัี่้ิหพใไโ์แขชำผุึืซถูธศณ็ญภฟษฐฎ๊ฏฆฮฉฬฒ๋ฤฝฌฑๆๅ"),
}

// common are the characters that texts of the scripts with thousands of them have most often: ideographs of Chinese,
// simplified and traditional, and Japanese; kana; and syllables of Korean.
var common = [...]string{
	"的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坐集编宝谈府拉黑且随格尽剑讲布杀微怕母调局根曾准团段终乐切级克精哪官示冲竟乎男举客证苦照注费足尔招群热推晚响称兴待约阳哥惊吗整支古汉突号绝选吧参刊亚复伤类备欢另港势刻星断陈掌农夜般念价脑规底故省妈刚句显消衣陆器确破具居批送泪底" +
		"這個們來說為國時會對過學發後還沒裡當開經頭動長樣現進將實點種聲話與從問機幾業間給聽見電門東無關書車員氣總報應義張難愛讓認論統請親體記邊風戰務產樂極萬處場線區單團廣變達運議" +
		"者会社国発表対業後時政府内開最長関連場合間経済新聞党首相議員選挙市民東京都県日本年月火曜午前",
	"のにはをたがでてとしれさあいるなもらすこりかっくんきまよ" + "ンスルイトリラクアドッシレーテジマフタロコプ",
	"이다의는에을가고한를은로지하도사어자기리서나인시대들일해과그정수보아라있부전제구원상동주으만장국유공여성방회조관것신오무비스거위경계분선미발연안민중면적진소문마요명양실우저물세교내학게여때치말까러없당북미또및와",
}

// languages are those whose letters the old encodings were made for.
var languages = []language{
	{"", "éèïöüçñâêáí", "the of and to in is that for was with he said on as his her from at by not are have has were"},
	{"äöüß", "éà", "der die und das den von mit nicht des ist im ein eine auf für sich dem zu wird als hat auch es an nach über"},
	{"éàèêç", "âîôûùëïœæÿü", "de la le les des et en un une du que est pour qui dans il par sur pas au plus ce a été à son avec"},
	{"áéíóúñ", "üçª", "de la que el en y los del las un por con una su para es al lo como más se fue ha no sobre"},
	{"ãçáéíõó", "âêôúàü", "de a o que e do da em um para com não uma os no se na por mais as dos como mas ao foi das"},
	{"àèìòù", "éíóúî", "di che e la il un in per una del non della sono da le con si dei al nel più è gli anche ha"},
	{"éëï", "èöüáóêç", "de het een van en in is dat op te zijn met voor niet die aan er om ook als was"},
	{"åäö", "éüà", "och att det i en som på är av för med den till inte har de ett om var från han vid"},
	{"æøå", "éöäüòôó", "og i det at en den til er som på de med for av ikke der var har et om men fra vi ble blev"},
	{"äö", "åéšž", "ja on ei se että oli hän ovat mutta kun myös joka sen niin kuin ole mukaan ovat"},
	{"áéíðþóúýöæ", "", "og að í á er sem til við um var ekki það en með fyrir hann af eru úr"},
	{"äõöü", "šžé", "ja on ei et see kui oma ka ning oli mis aga tema kes seda eesti"},
	{"ąęłóśżćńź", "é", "w i na z się nie do że o to jest za po od jak przez dla oraz ale był co przy będzie"},
	{"áíéěčřšžůúý", "ďťňóöü", "a se na v je že s o do za by to i jako ale pro při po ve jsou od před bude byl"},
	{"áíéčšžýúľťóä", "ôňďĺŕěö", "a v na sa je že s o do za aby to ako ale pre pri po vo sú od pred bude bol"},
	{"áéóöőüíúű", "", "a az és hogy nem is egy meg ez azt volt de el csak már szerint ki lesz mint"},
	{"ăîâșțşţ", "éá", "de și în a la cu pe din că o nu se să un pentru ale care mai sau este fost şi"},
	{"čšžćđ", "áéö", "je i u na se da su za od s o koji ne kao što in v za ki so bi pa tudi iz ali bio"},
	{"çğıöşüi̇", "âîûé", "bir ve bu da de için ile olarak çok daha en olan ne gibi sonra kadar ama göre türkiye"},
	{"āēīšūģķļņčž", "ōŗéöüä", "un ir ar no uz par ka kas tas bija gada arī lai pēc kā viņš tika latvijas"},
	{"ąčęėįšųūž", "éöüó", "ir kad yra su iš į bet apie kaip buvo jo tai nuo už per pat savo metų lietuvos"},
	{"ëç", "éâ", "të e në një dhe i për me se nga është që më do si ka u"},
	{"àçèéíïòóúü·", "ñ", "de la que el i a en les els un per amb una és al com més no ha dels va"},
	{"ĉĝĥĵŝŭ", "é", "la de kaj en estas al por ne kun pri kiu tio"},
	{"ċġħż", "àèìòù", "il li ta u f minn dan fil tal huwa għal kien ma"},
	{"ŵŷâêîôûïö", "áéàèëẁẃẅ", "y yn a i o ar yr mae ei wedi bod ac am fod"},
	{"ăâđêôơư\u0300\u0301\u0303\u0309\u0323áàảãạ", "éèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵñ", "và của là có không được các cho một trong người với những này đã khi để năm"},
}
