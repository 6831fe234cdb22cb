"""A page as a Word document, in the house style or framed by the branch's own."""
