"""Write interfaces/verifier/verify.html anew; `make page`."""

from interfaces.verifier.page import PAGE, built

PAGE.write_bytes(built())
