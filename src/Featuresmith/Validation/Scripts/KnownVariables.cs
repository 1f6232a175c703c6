using System.Collections.Frozen;

namespace Featuresmith.Validation.Scripts;

/// <summary>Variables that a script has not to set itself.</summary>
public static class KnownVariables
{
    /// <summary>What the tool gives install.sh (specification, "User environment variables").</summary>
    public static FrozenSet<string> OfTool { get; } =
        Set("_REMOTE_USER _CONTAINER_USER _REMOTE_USER_HOME _CONTAINER_USER_HOME");

    /// <summary>What os-release(5), and lsb-release beside it, can assign when they are sourced.</summary>
    public static FrozenSet<string> OfOsRelease { get; } =
        Set(
            """
            NAME ID ID_LIKE PRETTY_NAME CPE_NAME VARIANT VARIANT_ID VERSION VERSION_ID VERSION_CODENAME BUILD_ID IMAGE_ID
            IMAGE_VERSION RELEASE_TYPE HOME_URL DOCUMENTATION_URL SUPPORT_URL BUG_REPORT_URL PRIVACY_POLICY_URL SUPPORT_END
            LOGO ANSI_COLOR VENDOR_NAME VENDOR_URL EXPERIMENT EXPERIMENT_URL DEFAULT_HOSTNAME ARCHITECTURE SYSEXT_LEVEL
            SYSEXT_SCOPE CONFEXT_LEVEL CONFEXT_SCOPE PORTABLE_PREFIXES UBUNTU_CODENAME PLATFORM_ID
            DISTRIB_ID DISTRIB_RELEASE DISTRIB_CODENAME DISTRIB_DESCRIPTION
            """
        );

    /// <summary>What the shell, the login and the container's environment set.</summary>
    public static FrozenSet<string> OfEnvironment { get; } =
        Set(
            """
            HOME PATH PWD OLDPWD USER LOGNAME SHELL SHLVL HOSTNAME HOSTTYPE MACHTYPE OSTYPE TERM LANG LANGUAGE TZ TMPDIR TMP
            TEMP EDITOR VISUAL PAGER DISPLAY IFS PS1 PS2 PS3 PS4 PPID RANDOM SECONDS LINENO UID EUID GROUPS REPLY OPTARG
            OPTIND OPTERR COLUMNS LINES FUNCNAME DIRSTACK PIPESTATUS SHELLOPTS ENV COMP_WORDS COMP_CWORD COMP_LINE COMPREPLY
            EPOCHSECONDS EPOCHREALTIME ZSH_VERSION HISTFILE PROMPT_COMMAND MAIL LD_LIBRARY_PATH DEBIAN_FRONTEND
            http_proxy https_proxy no_proxy all_proxy ftp_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY FTP_PROXY
            CODESPACES REMOTE_CONTAINERS DEVCONTAINER GNUPGHOME GITHUB_TOKEN GITHUB_ACTIONS SUDO_USER SUDO_UID SUDO_GID
            TARGETARCH TARGETPLATFORM TARGETOS TARGETVARIANT CI _
            """
        );

    /// <summary>Whether a variable has a value, or may have one, before the first line of install.sh runs.</summary>
    public static bool IsGiven(string name) =>
        OfTool.Contains(name)
        || OfEnvironment.Contains(name)
        || name.StartsWith("BASH", StringComparison.Ordinal)
        || name.StartsWith("LC_", StringComparison.Ordinal)
        || name.StartsWith("XDG_", StringComparison.Ordinal)
        || name.StartsWith("VSCODE_", StringComparison.Ordinal);

    private static FrozenSet<string> Set(string names) =>
        names.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
