"""A small model and its description, changed here and there -> whether the checks name each change.

    python tests.py
"""

import unittest

import blind
import compare
import description
import model
import wording

MODEL = {
    "metadata": {
        "apiVersion": "2026-01-31",
        "endpointPrefix": "books",
        "jsonVersion": "1.0",
        "protocol": "json",
        "serviceFullName": "Books",
        "signatureVersion": "v4",
        "signingName": "bookshop",
        "targetPrefix": "Bookshop",
        "auth": ["aws.auth#sigv4"],
    },
    "documentation": "<p>Finds books, and sells them to whoever wants to read.</p>",
    "operations": {
        "FindBook": {
            "name": "FindBook",
            "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "FindBookInput"},
            "output": {"shape": "Book"},
            "errors": [{"shape": "BadInput"}, {"shape": "NoSuchBook"}, {"shape": "Closed"}],
            "documentation": "<p>Returns the book that has the given <code>Isbn</code>.</p>",
        },
        "Greet": {
            "name": "Greet",
            "http": {"method": "POST", "requestUri": "/"},
            "authtype": "none",
            "auth": ["smithy.api#noAuth"],
        },
    },
    "shapes": {
        "FindBookInput": {
            "type": "structure",
            "required": ["Isbn"],
            "members": {"Isbn": {"shape": "Isbn"}, "Token": {"shape": "Token", "box": True}},
        },
        "Isbn": {"type": "string", "min": 13, "max": 13, "pattern": "[0-9]+"},
        "Token": {"type": "string", "sensitive": True},
        "Book": {"type": "structure", "members": {"Genre": {"shape": "Genre"}, "Copies": {"shape": "Copies"}}},
        "Genre": {"type": "string", "enum": ["NOVEL", "2048"]},
        "Copies": {"type": "integer", "min": 0},
        "Shelf": {"type": "list", "member": {"shape": "Book"}, "max": 20},
        "Shelves": {"type": "map", "key": {"shape": "Genre"}, "value": {"shape": "Shelf"}},
        "Cover": {"type": "blob", "max": 1000},
        "Sold": {"type": "timestamp"},
        "Anything": {"type": "structure", "members": {}, "document": True},
        "Payment": {"type": "structure", "union": True, "members": {"Cents": {"shape": "Copies"}}},
        "BadInput": {"type": "structure", "exception": True, "members": {"message": {"shape": "Text"}}},
        "NoSuchBook": {"type": "structure", "exception": True, "members": {}},
        "Closed": {"type": "structure", "exception": True, "fault": True, "members": {}},
        "Text": {"type": "string"},
    },
}

DESCRIPTION = """
service:
  name: books
  title: Books
  version: 2026-01-31
  doc: A shop.
  protocol: aws_json_1_0
  target_prefix: Bookshop
  signing: { scheme: sigv4, name: bookshop }
  validation: { error: BadInput }
operations:
  FindBook: { input: FindBookInput, output: Book, errors: [BadInput, NoSuchBook, Closed], doc: Finds a book. }
  Greet: { auth: none, rust_name: Hello }
shapes:
  FindBookInput:
    type: structure
    members:
      Isbn: { target: Isbn, required: true, doc: The number., example: '1234567890123' }
      Token: { target: Token }
  Isbn:
    type: string
    length: { min: 13, max: 13 }
    pattern: '[0-9]+'
    wire: { length: { min: 10 }, evidence: seen }
  Token: { type: string, sensitive: true }
  Book: { type: structure, members: { Genre: { target: Genre }, Copies: { target: Copies } } }
  Genre: { type: string, enum: [NOVEL, 2048] }
  Copies: { type: integer, range: { min: 0 } }
  Shelf: { type: list, member: Book, length: { max: 20 } }
  Shelves: { type: map, key: Genre, value: Shelf }
  Cover: { type: blob, length: { max: 1000 } }
  Sold: { type: timestamp }
  Anything: { type: document }
  Payment: { type: union, members: { Cents: { target: Copies } } }
  Text: { type: string }
errors:
  BadInput: { fault: client, members: { message: { target: Text } } }
  NoSuchBook: { fault: client, members: {} }
  Closed: { fault: server, members: {} }
"""

EXPLAINED = [{"because": "of clients", "model": {"shapes.FindBookInput.members.Token.box": "true"}}]


def compared(text=DESCRIPTION, explained=EXPLAINED):
    """What the comparison has to say about a description of the model."""
    ours = description.facts(description.parse([text]))
    return list(compare.unexplained(compare.differences(model.description(MODEL), ours), explained))


class Comparison(unittest.TestCase):
    def test_the_description_of_a_model_has_no_difference_left(self):
        self.assertEqual(compared(), [])

    def test_each_change_is_named(self):
        for before, after, said in [
            ("max: 13", "max: 14", 'shapes.Isbn.length.max: the model has "13", and the description "14"'),
            ("max: 20", "min: 20", 'shapes.Shelf.length.max: the model has "20", and the description nothing'),
            ("'[0-9]+'", "'[0-9]*'", 'shapes.Isbn.pattern: the model has "[0-9]+", and the description "[0-9]*"'),
            (
                ", Copies: { target: Copies } } }",
                " } }",
                'shapes.Book.members.Copies: the model has {"target": "Copies"}, and the description nothing',
            ),
            (", required: true", "", "shapes.FindBookInput.members.Isbn.required"),
            ("target: Genre", "target: Text", "shapes.Book.members.Genre.target"),
            (
                "Genre: { target: Genre }, Copies: { target: Copies }",
                "Copies: { target: Copies }, Genre: { target: Genre }",
                "shapes.Book.members in their order",
            ),
            ("NoSuchBook, Closed", "Closed, NoSuchBook", "operations.FindBook.errors[1]"),
            ("auth: none, ", "", 'operations.Greet.auth: the model has "none", and the description "sigv4"'),
            ("FindBook: { input", "FindBook: { auth: none, input", "operations.FindBook.auth"),
            ("output: Book, ", "", "operations.FindBook.output"),
            ("[NOVEL, 2048]", "[2048, NOVEL]", "shapes.Genre.enum[0]"),
            (", sensitive: true", "", "shapes.Token.sensitive"),
            ("fault: server", "fault: client", "errors.Closed.fault"),
            ("NoSuchBook: { fault", "NoBook: { fault", "errors.NoSuchBook"),
            ("type: timestamp", "type: long", "shapes.Sold.type"),
            ("type: union", "type: structure", "shapes.Payment.type"),
            ("name: bookshop }", "name: books }", "service.signing.name"),
            ("target_prefix: Bookshop", "target_prefix: Bookstore", "service.target_prefix"),
            ("1_0", "1_1", "service.protocol"),
        ]:
            with self.subTest(after):
                self.assertEqual(DESCRIPTION.count(before), 1)
                named = compared(DESCRIPTION.replace(before, after))
                self.assertTrue(named and named[0].startswith(said), named)

    def test_a_difference_is_explained_only_as_it_is(self):
        place = "shapes.FindBookInput.members.Token.box"
        self.assertEqual(len(compared(explained=[])), 1)
        self.assertEqual(len(compared(explained=[{"model": {place: "false"}}])), 2)
        self.assertEqual(len(compared(explained=[{"model": {place: "true"}, "description": {place: "true"}}])), 2)

    def test_an_explanation_of_nothing_is_named(self):
        stale = {"model": {"shapes.Isbn.length.max": "14"}, "description": {"shapes.Isbn.length.max": "13"}}
        named = compared(explained=[*EXPLAINED, stale])
        self.assertEqual([line.split(":")[0] for line in named], ["shapes.Isbn.length.max"])

    def test_what_stands_beside_a_model_is_no_difference_of_it(self):
        wired = DESCRIPTION.replace("wire: { length: { min: 10 }", "wire: { length: { min: 11 }")
        self.assertEqual(compared(wired), [])


class Blindness(unittest.TestCase):
    def test_every_value_is_seen(self):
        tried = [*blind.of_model(MODEL), *blind.of_description(description.parse([DESCRIPTION]))]
        self.assertGreater(len(tried), 200)
        self.assertEqual([place for place, seen in tried if not seen], [])

    def test_what_is_passed_over_is_named(self):
        said = description.parse([DESCRIPTION])
        whole, shapes = description.facts, said["shapes"]
        description.facts = lambda said: whole(said | {"shapes": shapes})
        try:
            unseen = [place for place, seen in blind.of_description(said) if not seen]
        finally:
            description.facts = whole
        self.assertIn("shapes.Isbn.length.max", unseen)
        self.assertNotIn("operations.FindBook.errors[0]", unseen)


class Wording(unittest.TestCase):
    THEIRS = list(wording.vendors(MODEL))

    def problems(self, doc):
        said = {"service": {"doc": "A shop."}, "operations": {}, "errors": {}}
        shape = {"type": "structure", "doc": "A book.", "members": {"Isbn": {"target": "Isbn", "doc": doc}}}
        return list(wording.problems(said | {"shapes": {"Book": shape}}, self.THEIRS))

    def test_the_vendors_words_are_found_whatever_is_around_and_between_them(self):
        self.assertEqual(len(self.THEIRS), 2)
        copied = "Here it returns the book; that has the\n`given` ISBN number."
        self.assertEqual(
            self.problems(copied),
            [
                "shapes.Book.members.Isbn: the vendor says `returns the book that has the given isbn` too; "
                "say it in other words"
            ],
        )

    def test_a_shorter_run_is_ours(self):
        self.assertEqual(self.problems("The book that has the given ISBN."), [])

    def test_what_is_missing_is_named(self):
        for missing in (None, "", " "):
            self.assertEqual(self.problems(missing), ["shapes.Book.members.Isbn: it has no documentation"])


if __name__ == "__main__":
    unittest.main()
