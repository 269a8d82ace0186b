"""Settings from the environment: ``AYUMI_DATABASE_URL`` and the like."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that can be set; nothing needs to be."""

    model_config = SettingsConfigDict(env_prefix="AYUMI_")

    database_url: str | None = Field(
        default=None, description="PostgreSQL 15 or newer; without it one is started here."
    )
    data_dir: Path | None = Field(
        default=None, description="Folder of the PostgreSQL started here."
    )
    consortium: str | None = Field(default=None, description="Which consortium commands are about.")
    host: str = Field(default="127.0.0.1", description="Where the service listens.")
    port: int = Field(default=8000, ge=0, le=65535)
    signing_dir: Path | None = Field(
        default=None, description="Folder of the keys that sign; without it nothing is signed."
    )
    timestamp_url: str | None = Field(
        default=None, description="Address of a timestamp authority (RFC 3161)."
    )
    timestamp_certificate: Path | None = Field(
        default=None,
        description="PEM: the authority's own certificate first, the one that is trusted last.",
    )
    checkpoint_seconds: float = Field(
        default=60.0, gt=0, description="How often the service signs a log that has grown."
    )
