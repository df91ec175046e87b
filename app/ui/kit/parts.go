package kit

// ArticleID is the id of the element that holds the document's text.
const ArticleID = "article-text"

// BarHeight is how much of the top of the text the bar may cover, in CSS
// pixels; web/styles.css draws it so.
const BarHeight = 56

// SpanID is the id of the details of the chosen span.
const (
	SpanID      = "span-details"
	TheirSpanID = "their-span"
)

// SpansID is the id of the list of spans.
const SpansID = "spans"
