package annotations

import (
	"maps"
	"slices"
)

// editKinds are the readers of the kinds of edit that there are, by their names.
var editKinds map[string]editReader

// The reader of batches reads any kind: so the list is made when it is there.
func init() {
	editKinds = registered(
		editKind{AddSpan{}.kind(), readAddSpan},
		editKind{ChangeSpan{}.kind(), readChangeSpan},
		editKind{RemoveSpan{}.kind(), readRemoveSpan},
		editKind{ChangeSet{}.kind(), readChangeSet},
		editKind{AddDocument{}.kind(), readAddDocument},
		editKind{DescribeDocument{}.kind(), readDescribeDocument},
		editKind{RemoveDocument{}.kind(), readRemoveDocument},
		editKind{AddEntry{}.kind(), readAddEntry},
		editKind{ChangeEntry{}.kind(), readChangeEntry},
		editKind{RemoveEntry{}.kind(), readRemoveEntry},
		editKind{AddRelation{}.kind(), readAddRelation},
		editKind{ChangeRelation{}.kind(), readChangeRelation},
		editKind{RemoveRelation{}.kind(), readRemoveRelation},
		editKind{AddAnnotator{}.kind(), readAddAnnotator},
		editKind{ChangeAnnotator{}.kind(), readChangeAnnotator},
		editKind{RemoveAnnotator{}.kind(), readRemoveAnnotator},
		editKind{ChangeScheme{}.kind(), readChangeScheme},
		editKind{RenameProject{}.kind(), readRenameProject},
		editKind{Batch{}.kind(), readBatch},
	)
}

// editKind is the name of a kind and the reader of its edits, the first of whose
// fields is the name.
type editKind struct {
	name string
	read editReader
}

type editReader func(*JSONReader) (Edit, error)

// registered gives the readers by the names of the kinds. Two kinds of one name
// could not be told apart in what is kept: the program does not start then.
func registered(kinds ...editKind) map[string]editReader {
	readers := map[string]editReader{}
	for _, k := range kinds {
		if _, taken := readers[k.name]; taken {
			panic("annotations: two kinds of edit have the name " + k.name)
		}
		readers[k.name] = k.read
	}
	return readers
}

// Kinds lists the names of the kinds of edit, in the order of the alphabet.
func Kinds() []string { return slices.Sorted(maps.Keys(editKinds)) }

// KindOf is the name of an edit's kind.
func KindOf(e Edit) string { return e.kind() }
