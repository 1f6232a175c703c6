using Featuresmith.Sources;

namespace Featuresmith.Syntax.Shell;

/// <summary>What happens at one place of a running script.</summary>
public enum ShellEventKind
{
    /// <summary>A variable's value is used. The node is a <see cref="ShellParameter"/>, an arithmetic name or a word.</summary>
    Read,

    /// <summary>A variable gets a value. The node is an assignment, or the command that assigns.</summary>
    Write,

    /// <summary>A file is read into this shell. The node is the command; the name is empty.</summary>
    Source,

    /// <summary>A command runs that is no function of the script. The name is the command's where it is written out.</summary>
    Command,

    /// <summary>A shell of its own begins: what is written in it is gone at its end.</summary>
    ShellBegins,

    /// <summary>A shell of its own ends.</summary>
    ShellEnds,
}

/// <summary>Something that happens when a script runs.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Name">The variable or command; empty for the other kinds.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Node">What says so.</param>
/// <param name="IsConditional">Whether it happens only under a condition, or more often than once.</param>
public sealed record ShellEvent(ShellEventKind Kind, string Name, SourceSpan Span, ShellNode Node, bool IsConditional);
