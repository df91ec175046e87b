package browser

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Len is the number of blocks.
func (a Article) Len() int {
	sections := a.root.Get("children")
	count := sections.Get("length").Int()
	if count == 0 {
		return 0
	}
	last := sections.Call("item", count-1)
	return (count-1)*SectionBlocks + last.Get("children").Get("length").Int()
}

// Block is the element that draws the block with that index; it is not truthy
// where there is none.
func (a Article) Block(index int) app.Value {
	section := a.root.Get("children").Call("item", index/SectionBlocks)
	if !section.Truthy() {
		return app.Null()
	}
	return section.Get("children").Call("item", index%SectionBlocks)
}

// IndexOf is the index of the block that an element draws or lies in.
func (a Article) IndexOf(element app.Value) int {
	block := a.blockOf(element)
	before := 0
	for b := block.Get("previousElementSibling"); b.Truthy(); b = b.Get("previousElementSibling") {
		before++
	}
	return sectionIndex(block.Get("parentNode"))*SectionBlocks + before
}

func sectionIndex(section app.Value) int {
	index, err := strconv.Atoi(Data(section, "section"))
	if err != nil {
		return 0
	}
	return index
}
