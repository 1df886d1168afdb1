"""What Dask must be told before it speaks TLS: asked first, as its own answer is a traceback.

refuse("tls://ordonnanceur:8786")      # UsageError when it has no certificates, or cannot read them
"""

from editions.errors import UsageError, reason

_SETTINGS = "distributed.comm.tls.ca-file", "distributed.comm.tls.client.cert", "distributed.comm.tls.client.key"
_TOLD = "Donnez à Dask l'autorité, le certificat et la clé : docs/grappe.md dit comment."


def refuse(address: str) -> None:
    """UsageError when Dask would not connect to an address as it is set up here."""
    import dask
    from distributed.security import Security

    encrypted = address.startswith("tls:")
    if not encrypted:
        if dask.config.get("distributed.comm.require-encryption", None):
            hint = "Écrivez tls:// devant l'adresse, ou ôtez ce réglage."
            raise UsageError("Dask est réglé ici pour ne parler que chiffré", hint, address)
        return
    if not all(dask.config.get(name, None) for name in _SETTINGS):
        raise UsageError("« tls:// » demande des certificats, et Dask n'en connaît pas ici", _TOLD, address)
    try:
        Security().get_connection_args("client")
    except OSError as error:  # ssl.SSLError is one
        message = f"les certificats que Dask connaît ne se lisent pas ({reason(error)})"
        raise UsageError(message, _TOLD, address) from error
