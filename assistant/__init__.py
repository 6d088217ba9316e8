"""How a question becomes an answer: understand, retrieve, read or generate, verify.

`assistant.py` is the way through, `one_question.py` that of a single question; `answer.py` is what comes out, `draft.py` what it is
made of before it is verified.
The folders, each of which imports only those named before it:

    understanding   what words say, in questions and in clauses alike; searches nothing
    figures         sums and comparisons in code: shares, periods, deadlines, floors and ceilings
    retrieval       which stretches of which documents, of which day, could answer
    verdicts        yes or no: what the clause that answers makes of a yes-no question
    reading         the stretch that answers, and what of it is told
    catalogue       what only the catalogue tells of documents, and which of them are not held
    refusal         when the documents leave a question open, and what is said then
    lookups         what a question names by its number or heading is found, not searched
    talk            what a message means in its conversation, and the questions within it
    saying          what was found, put into a draft of the answer
    generation      the generative mode: a chat model words the answer, and every sentence is examined
"""
