"""Class lists as programs write them, made here."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

ONEROSTER_11 = {
    "manifest.csv": "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\n"
    "file.users,bulk\nfile.classes,bulk\nfile.enrollments,bulk\n",
    "users.csv": '"sourcedId","status","dateLastModified","enabledUser","orgSourcedIds","role","username","userIds",'
    '"givenName","familyName","middleName","identifier","email"\n'
    "u1,active,,true,o1,student,ana.m,,Ana,Martin,,,ana@example.org\n"
    "u2,active,,true,o1,student,bo,,Bo,Li,,,\n"
    "u3,active,,true,o1,student,ana.s,,Ana,Suarez,,,\n"
    "u4,tobedeleted,,true,o1,student,gone,,Gone,Away,,,\n"
    "t1,active,,true,o1,teacher,t,,Pat,Jones,,,\n",
    "classes.csv": "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,"
    "schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\n"
    "c1,active,,Math 8 - P3,08,k1,M8,scheduled,,o1,y1,,,3\nc2,active,,Algebra,08,k2,A,scheduled,,o1,y1,,,4\n",
    "enrollments.csv": "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,"
    "beginDate,endDate\n"
    "e1,active,,c1,o1,u1,student,,,\ne2,active,,c1,o1,u2,student,,,\ne3,active,,c1,o1,u3,student,,,\n"
    "e4,active,,c1,o1,t1,teacher,true,,\ne5,active,,c2,o1,u9,student,,,\ne6,active,,c9,o1,u1,student,,,\n"
    "e7,active,,c2,o1,u2,student,,,\ne8,tobedeleted,,c2,o1,u1,student,,,\n",
}
"""OneRoster 1.1: two classes, two references to nothing."""

ONEROSTER_12 = ONEROSTER_11 | {
    "users.csv": "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,"
    "identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName\n"
    "u1,active,,true,a,,Anastasia,Martin,,,,,,,,,,,Ana\nu2,active,,true,b,,Bo,Li,,,,,,,,,,,\n"
    "u3,active,,true,c,,Ana,Suarez,,,,,,,,,,,\n",
}
"""OneRoster 1.2: no role with the user, and a preferred name."""

CLEVER = {
    "students.csv": "School_id,Student_id,Student_number,State_id,Last_name,Middle_name,First_name,Grade,Gender,DOB,"
    "Race,IEP_status,Student_email\ns,11,,,Okafor,,Zoë,8,F,1/2/2012,W,Y,z@example.org\ns,12,,,,,Li,8,,,,,\n",
    "sections.csv": "School_id,Section_id,Teacher_id,Name,Section_number,Grade,Course_name,Period\n"
    "s,900,t,,2,8,Math 8,3\ns,901,t,Algebra B,1,8,Algebra,4\n",
    "enrollments.csv": "School_id,Section_id,Student_id\ns,900,11\ns,900,12\ns,901,12\ns,901,99\n",
}


def zipped(files: Mapping[str, str | bytes], *, folder: str = "") -> bytes:
    """These files as a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(folder + name, text)
    return packed.getvalue()
