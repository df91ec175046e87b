// Package intake is the words in which it is said what comes of taking in another
// project ([Plan]) or another text of a document ([Comparison]), and in which a
// person answers what only they can decide ([Choices], [Choice]).
//
// It works nothing out. Packages merge and anchor do, which are heavy and rare, so
// that another program may do it than the one that shows what came of it.
package intake
