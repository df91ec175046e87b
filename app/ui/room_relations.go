package ui

// relationsRoom is making, drawing and listing relations.
type relationsRoom struct {
	page *Page

	relating     relating
	relationOpen string
	relations    relationTable
	tow          tow
	wiring       wiring
}
