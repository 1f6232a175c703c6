# What this variant needs of the container before a daemon can run in it.
may_run_engine() { is_privileged; }
not_permitted_code=NOT_PRIVILEGED
not_permitted='this container is not privileged, and a Docker daemon cannot run in it'
permission='let it have "privileged": true, or use docker-outside-of-docker or a daemonless builder'
